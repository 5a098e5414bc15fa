import type { DocumentHead, DocumentPart, Source } from '../contract.ts';
import { inParts } from '../in-parts.ts';
import { findFirst, wordsOf } from '../markup/node.ts';
import type { MarkupNode } from '../markup/node.ts';
import { parseHtml } from '../markup/parse-html.ts';
import { decodeText } from '../text/decode.ts';
import { believedLanguage, languageOf } from '../text/language.ts';
import { markupToBlocks } from './markup-to-blocks.ts';

const CHARSET = /<meta[^>]+charset=["']?([\w-]+)/i;

/** A web page. Nothing in it runs and nothing it names is fetched. */
export async function* readHtml(source: Source): AsyncGenerator<DocumentHead | DocumentPart, void> {
  const declared = CHARSET.exec(Buffer.from(source.bytes.subarray(0, 2_048)).toString('latin1'))?.[1];
  const root = parseHtml(decodeText(source.bytes, declared));
  yield* tellMarkup(root, { ...source, format: 'HTML' });
}

/** Tells a tree of HTML in parts. */
export function* tellMarkup(
  root: MarkupNode,
  { format, language: said, fromPart }: Pick<Source, 'language' | 'fromPart'> & Pick<DocumentHead, 'format'>,
): Generator<DocumentHead | DocumentPart, void> {
  const html = findFirst(root, 'html');
  const body = findFirst(root, 'body') ?? root;
  const title = wordsOf(findFirst(root, 'title') ?? '').trim() || null;
  const words = wordsOf(body);
  const language = said ?? believedLanguage(html?.attributes['lang'], words) ?? languageOf(words);
  yield* inParts({ format, title, language }, markupToBlocks(body, language), fromPart);
}
