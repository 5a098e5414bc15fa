import type { BraillePage, PageSetup } from '../pages.ts';

export interface PefMeta {
  readonly title: string;
  /** A URI or another name that no other document has. */
  readonly identifier: string;
  readonly language: string;
  /** ISO 8601 date. */
  readonly date: string;
  readonly creator?: string | undefined;
}

const escape = (text: string): string =>
  // What XML 1.0 has no place for is left out.
  text
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/**
 * A PEF 2008-1 file (pef-format.org) piece by piece: head, a volume with one section for each volume of the pages, a page at a time.
 */
export async function* pefPieces(
  pages: Iterable<BraillePage> | AsyncIterable<BraillePage>,
  setup: PageSetup,
  meta: PefMeta,
): AsyncGenerator<string> {
  yield pefHead(meta);
  let volume = 0;
  for await (const page of pages) {
    if (page.volume !== volume) {
      if (volume > 0) yield '</section></volume>\n';
      yield volumeHead(setup);
      volume = page.volume;
    }
    yield pefPage(page);
  }
  // The format asks for at least one volume with one page.
  if (volume === 0) yield `${volumeHead(setup)}<page/>\n`;
  yield '</section></volume>\n</body>\n</pef>\n';
}

const volumeHead = (setup: PageSetup): string =>
  `<volume cols="${setup.cellsPerLine}" rows="${setup.linesPerPage}" rowgap="0" duplex="${setup.interpoint}"><section>\n`;

function pefHead({ title, identifier, language, date, creator }: PefMeta): string {
  const creators = creator ? `<dc:creator>${escape(creator)}</dc:creator>` : '';
  return `<?xml version="1.0" encoding="UTF-8"?>
<pef version="2008-1" xmlns="http://www.daisy.org/ns/2008/pef">
<head><meta xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:format>application/x-pef+xml</dc:format><dc:identifier>${escape(identifier)}</dc:identifier><dc:title>${escape(title)}</dc:title>${creators}<dc:language>${escape(language)}</dc:language><dc:date>${escape(date)}</dc:date></meta></head>
<body>
`;
}

const pefPage = (page: BraillePage): string =>
  `<page>${page.lines.map((line) => (line.cells === '' ? '<row/>' : `<row>${line.cells}</row>`)).join('')}</page>\n`;
