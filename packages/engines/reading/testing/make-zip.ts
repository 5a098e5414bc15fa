import { strToU8, zipSync } from 'fflate';

/** An archive of texts by path. */
export function makeZip(files: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])));
}

const W =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"';

/** A document of Word with this body; more files and what comes before the root may be given. */
export function makeDocx(
  body: string,
  { files = {}, prolog = '' }: { files?: Readonly<Record<string, string>>; prolog?: string } = {},
): Uint8Array {
  return makeZip({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'word/document.xml': `<?xml version="1.0"?>${prolog}<w:document ${W}><w:body>${body}</w:body></w:document>`,
    ...files,
  });
}

const HP =
  'xmlns:hp="http://www.hancom.co.kr/hwpml/2011/paragraph" xmlns:hs="http://www.hancom.co.kr/hwpml/2011/section" xmlns:hh="http://www.hancom.co.kr/hwpml/2011/head"';

/** A document of Hangul with this section and header. */
export function makeHwpx(section: string, header = ''): Uint8Array {
  return makeZip({
    mimetype: 'application/hwp+zip',
    'Contents/content.hpf':
      '<opf:package xmlns:opf="http://www.idpf.org/2007/opf/"><opf:metadata><opf:title>과학 1</opf:title></opf:metadata></opf:package>',
    'Contents/header.xml': `<hh:head ${HP}>${header}</hh:head>`,
    'Contents/section0.xml': `<hs:sec ${HP}>${section}</hs:sec>`,
  });
}

/** A book of these chapters, each the inside of a body. */
export function makeEpub(
  chapters: readonly string[],
  { files = {}, language = 'ko' }: { files?: Readonly<Record<string, string>>; language?: string } = {},
): Uint8Array {
  const items = chapters
    .map((_, at) => `<item id="c${at}" href="text/c${at}.xhtml" media-type="application/xhtml+xml"/>`)
    .join('');
  const refs = chapters.map((_, at) => `<itemref idref="c${at}"/>`).join('');
  const texts = chapters.map((body, at): [string, string] => [
    `OPS/text/c${at}.xhtml`,
    `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title/></head><body>${body}</body></html>`,
  ]);
  return makeZip({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml': '<container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>',
    'OPS/book.opf': `<package><metadata xmlns:dc="x"><dc:title>소나기</dc:title><dc:language>${language}</dc:language></metadata><manifest>${items}</manifest><spine>${refs}</spine></package>`,
    ...Object.fromEntries(texts),
    ...files,
  });
}
