import type { Block } from '../block.ts';
import type { DocumentHead, DocumentPart, Source } from '../contract.ts';
import { inParts } from '../in-parts.ts';
import { findFirst, wordsOf } from '../markup/node.ts';
import { parseXml } from '../markup/parse-xml.ts';
import { ReadingError } from '../reading-error.ts';
import { languageOf } from '../text/language.ts';
import { openZip, textIn } from '../zip/open-zip.ts';
import { parseHwpxStyles } from './hwpx-styles.ts';
import { parseHwpxNumbering } from './numbering.ts';
import { sectionToBlocks } from './section-to-blocks.ts';

const SECTION = /^Contents\/section(\d+)\.xml$/;

/** A document of Hangul in its zipped XML form (KS X 6101), section by section. */
export async function* readHwpx(source: Source): AsyncGenerator<DocumentHead | DocumentPart, void> {
  const files = openZip(source.bytes, (path) =>
    /^(Contents\/(section\d+\.xml|header\.xml|content\.hpf)|META-INF\/manifest\.xml)$/.test(path),
  );
  if (/encryption-data/.test(textIn(files, 'META-INF/manifest.xml') ?? ''))
    throw new ReadingError('ENCRYPTED', 'The document has a password.');
  const sections = [...files.keys()].flatMap((path) => {
    const number = SECTION.exec(path)?.[1];
    return number === undefined ? [] : [{ path, number: Number(number) }];
  });
  if (sections.length === 0) throw new ReadingError('DAMAGED', 'The archive holds no document of Hangul.');
  const header = textIn(files, 'Contents/header.xml');
  const head = header ? parseXml(header) : undefined;
  const context = { styles: parseHwpxStyles(head), numbering: parseHwpxNumbering(head) };
  const trees = sections.sort((a, b) => a.number - b.number).map(({ path }) => parseXml(textIn(files, path) ?? ''));
  const hpf = textIn(files, 'Contents/content.hpf');
  const title = (hpf && wordsOf(findFirst(parseXml(hpf), 'title') ?? '').trim()) || null;
  const blocks: Block[] = trees
    .flatMap((tree) => sectionToBlocks(tree, context))
    .map((content) => ({ ...content, page: null }));
  const language = source.language ?? languageOf(trees.map(wordsOf).join(' '));
  yield* inParts({ format: 'HWPX', title, language }, blocks, source.fromPart);
}
