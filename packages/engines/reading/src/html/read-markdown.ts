import markdownIt from 'markdown-it';
import type { DocumentHead, DocumentPart, Source } from '../contract.ts';
import { parseHtml } from '../markup/parse-html.ts';
import { decodeText } from '../text/decode.ts';
import { replaceOutsideCode } from './outside-code.ts';
import { tellMarkup } from './read-html.ts';

/** HTML inside is shown as text: a document in Markdown is what it looks like. */
const markdown = markdownIt({ html: false, linkify: false });
const FRONT_MATTER = /^---\n(?:.*\n)*?---\n/;
const TITLE = /^title:\s*["']?(.+?)["']?\s*$/m;
/** `$$ … $$` and `$ … $`, as LaTeX; a price of `$5` is none. */
const MATH = /\$\$(?<display>[^$]+)\$\$|\$(?![\s\d])(?<inline>[^$\n]+?)(?<!\s)\$(?!\d)/;

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Markdown, its tables and its math. */
export async function* readMarkdown(source: Source): AsyncGenerator<DocumentHead | DocumentPart, void> {
  const text = decodeText(source.bytes);
  const front = FRONT_MATTER.exec(text)?.[0] ?? '';
  const formulas: string[] = [];
  const marked = replaceOutsideCode(text.slice(front.length), MATH, ({ groups }) => {
    formulas.push((groups?.['display'] ?? groups?.['inline'] ?? '').trim());
    return `\ue000${formulas.length - 1}\ue001`;
  });
  const html = markdown
    .render(marked)
    .replaceAll(
      /\ue000(\d+)\ue001/g,
      (_, at: string) => `<span class="math">${escaped(formulas[Number(at)] ?? '')}</span>`,
    );
  const title = TITLE.exec(front)?.[1];
  yield* tellMarkup(parseHtml(title ? `<title>${escaped(title)}</title>${html}` : html), {
    ...source,
    format: 'MARKDOWN',
  });
}
