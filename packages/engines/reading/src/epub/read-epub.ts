import { posix } from 'node:path';
import type { Block } from '../block.ts';
import type { DocumentHead, DocumentPart, Source } from '../contract.ts';
import { markupToBlocks } from '../html/markup-to-blocks.ts';
import { childrenOf, findAll, findFirst, wordsOf } from '../markup/node.ts';
import type { MarkupNode } from '../markup/node.ts';
import { parseHtml } from '../markup/parse-html.ts';
import { parseXml } from '../markup/parse-xml.ts';
import { notice } from '../notice.ts';
import { ReadingError } from '../reading-error.ts';
import { believedLanguage, languageOf } from '../text/language.ts';
import { openZip, textIn } from '../zip/open-zip.ts';
import type { ZipFiles } from '../zip/open-zip.ts';
import { pathsOf } from './file-names.ts';

const CONTAINER = 'META-INF/container.xml';
const ENCRYPTION = 'META-INF/encryption.xml';
const CHAPTER = /\.(x?html?|xht)$/i;
const CHAPTERS_MAX = 5_000;
/** Its language is told by so much of it. */
const SAMPLE_CHAPTERS = 12;
const SAMPLE_CHARS = 5_000;

/** An EPUB, chapter by chapter in the order of its spine; print pages are kept where it names them. */
export async function* readEpub(source: Source): AsyncGenerator<DocumentHead | DocumentPart, void> {
  const files = openZip(source.bytes, (path) => /^META-INF\/|\.(opf|x?html?|xht|xml)$/i.test(path));
  const { spine, title, language: said } = openPackage(files);
  const language = source.language ?? languageOfBook(files, spine, said);
  yield { format: 'EPUB', title, language, pageCount: null, partCount: Math.max(1, spine.length) };
  for (let number = source.fromPart; number <= Math.max(1, spine.length); number += 1) {
    yield { number, blocks: chapterOf(files, spine[number - 1] ?? '', language) };
  }
}

function chapterOf(files: ZipFiles, path: string, language: string): Block[] {
  const text = textIn(files, path);
  if (text !== undefined) return markupToBlocks(bodyOf(parseChapter(text)), language);
  // A picture may be a chapter of its own, as a cover.
  return CHAPTER.test(path) ? [notice(lostChapter(posix.basename(path)), language, null)] : [];
}

const lostChapter = (name: string) => ({
  ko: `이 책의 한 부분(${name})이 파일에 없어 읽지 못했습니다.`,
  en: `A part of this book (${name}) is not in the file, so it was not read.`,
});

/** As the book says, unless its first chapters are in other letters: programs write English into whatever they make. */
function languageOfBook(files: ZipFiles, spine: readonly string[], said: string | null): string {
  let words = '';
  // The first may be a cover, a title and a notice in English.
  for (const path of spine.slice(0, SAMPLE_CHAPTERS)) {
    const text = textIn(files, path);
    if (text !== undefined) words += ` ${wordsOf(bodyOf(parseChapter(text)))}`;
    if (words.length >= SAMPLE_CHARS) break;
  }
  return believedLanguage(said, words) ?? languageOf(words);
}

const bodyOf = (root: MarkupNode): MarkupNode => findFirst(root, 'body') ?? root;

/** Chapters are XHTML; what is not well formed is read as browsers read HTML. */
function parseChapter(text: string): MarkupNode {
  try {
    return parseXml(text.replace(/^[\s\S]*?(?=<html[\s>])/i, ''));
  } catch {
    return parseHtml(text);
  }
}

interface Package {
  readonly spine: readonly string[];
  readonly title: string | null;
  readonly language: string | null;
}

function openPackage(files: ZipFiles): Package {
  const container = textIn(files, CONTAINER);
  const root = container && findFirst(parseXml(container), 'rootfile')?.attributes['full-path'];
  const opf = root && textIn(files, root);
  if (!root || !opf) throw new ReadingError('DAMAGED', 'The archive holds no book.');
  const tree = parseXml(opf);
  const items = new Map(
    [...findAll(tree, 'item')].map(({ attributes }) => [attributes['id'] ?? '', attributes['href'] ?? '']),
  );
  const spine = childrenOf(findFirst(tree, 'spine'), 'itemref').flatMap(({ attributes }) => {
    const href = items.get(attributes['idref'] ?? '');
    if (!href) return [];
    const paths = pathsOf(posix.dirname(root), href);
    return paths.find((path) => files.has(path)) ?? paths[0] ?? [];
  });
  if (spine.length > CHAPTERS_MAX) throw new ReadingError('TOO_LARGE', `The book has ${spine.length} chapters.`);
  if (spine.length > 0 && !spine.some((path) => files.has(path)))
    throw new ReadingError('DAMAGED', 'The archive holds none of its chapters.');
  assertReadable(files, spine);
  const said = (name: string) => wordsOf(findFirst(tree, name) ?? '').trim() || null;
  return { spine, title: said('title'), language: said('language') };
}

/** Fonts may be obfuscated; chapters that are encrypted are locked to somebody's account. */
function assertReadable(files: ZipFiles, spine: readonly string[]): void {
  const encryption = textIn(files, ENCRYPTION);
  if (!encryption) return;
  const locked = new Set(
    [...findAll(parseXml(encryption), 'CipherReference')].flatMap(({ attributes }) =>
      pathsOf('', attributes['URI'] ?? ''),
    ),
  );
  if (spine.some((path) => locked.has(path))) throw new ReadingError('ENCRYPTED', 'The book is locked by its seller.');
}
