import type { Block } from '../block.ts';
import type { DocumentHead, DocumentPart, Source } from '../contract.ts';
import { inParts } from '../in-parts.ts';
import { findFirst, wordsOf } from '../markup/node.ts';
import { parseXml } from '../markup/parse-xml.ts';
import { ReadingError } from '../reading-error.ts';
import { languageOf } from '../text/language.ts';
import { openZip, textIn } from '../zip/open-zip.ts';
import { bodyToBlocks } from './body-to-blocks.ts';
import { createNotes } from './notes.ts';
import { parseNumbering } from './numbering.ts';
import { parseStyles } from './styles.ts';

const MAIN = 'word/document.xml';
const WANTED: ReadonlySet<string> = new Set([
  ...[MAIN, 'word/styles.xml', 'word/numbering.xml', 'word/footnotes.xml', 'word/endnotes.xml'],
  ...['word/_rels/document.xml.rels', 'docProps/core.xml', 'word/settings.xml'],
]);

/** A document of Word. Nothing that it links to is opened. */
export async function* readDocx(source: Source): AsyncGenerator<DocumentHead | DocumentPart, void> {
  const files = openZip(source.bytes, (path) => WANTED.has(path));
  const xml = (path: string) => {
    const text = textIn(files, path);
    return text === undefined ? undefined : parseXml(text);
  };
  const main = xml(MAIN);
  const body = main && findFirst(main, 'body');
  if (!body) throw new ReadingError('DAMAGED', 'The archive holds no document of Word.');
  const styles = parseStyles(xml('word/styles.xml'));
  const language = source.language ?? languageOf(wordsOf(body)) ?? styles.language;
  const blocks: Block[] = bodyToBlocks(body, {
    styles,
    languages: { main: language, usual: styles.language },
    numbering: parseNumbering(xml('word/numbering.xml')),
    links: parseLinks(xml('word/_rels/document.xml.rels')),
    notes: createNotes({
      ...{ body, settings: xml('word/settings.xml') },
      ...{ footnotes: xml('word/footnotes.xml'), endnotes: xml('word/endnotes.xml') },
    }),
  });
  const core = xml('docProps/core.xml');
  const title = (core && wordsOf(findFirst(core, 'title') ?? '').trim()) || null;
  yield* inParts({ format: 'DOCX', title, language }, blocks, source.fromPart);
}

function parseLinks(rels: ReturnType<typeof parseXml> | undefined): ReadonlyMap<string, string> {
  const links = new Map<string, string>();
  for (const rel of rels ? findAllRelations(rels) : []) {
    const { Id: id, Target: target, TargetMode: mode } = rel.attributes;
    if (id && target && mode === 'External' && /^(https?:|mailto:)/i.test(target)) links.set(id, target);
  }
  return links;
}

const findAllRelations = (rels: ReturnType<typeof parseXml>) =>
  (findFirst(rels, 'Relationships')?.children ?? []).filter((child) => typeof child !== 'string');
