import type { Block, RichText, TextSpan } from './block.ts';
import { LINK_CHARS_MAX, PAGE_LABEL_CHARS_MAX } from './bounds.ts';
import type { DocumentHead } from './contract.ts';
import { toLanguage } from './text/language.ts';

/** Signs that no letter stands for, of which nothing that keeps texts takes all, and places where a line might be broken: nobody sees or hears them. */
const CONTROLS = /[^\P{Cc}\n\r\t]|[\u00ad\u200b\u2060\ufeff]/gu;

/** A text as it can be kept: without control signs but those that divide lines and columns, without halves of characters. */
const cleanText = (text: string): string => text.replaceAll(CONTROLS, '').toWellFormed();
const cleanCaption = (caption: string | null): string | null => (caption === null ? null : cleanText(caption));

/** What a document says of itself, as it can be kept. */
export function cleanHead(head: DocumentHead): DocumentHead {
  const title = cleanText(head.title ?? '').trim() || null;
  return { ...head, title, language: toLanguage(head.language) ?? 'und' };
}

/** A block as it can be kept, whatever its file says; none when nothing is left of it. */
export function cleanBlock(block: Block): Block[] {
  switch (block.kind) {
    case 'LIST':
      return [{ ...block, items: block.items.map((item) => ({ ...cleanRich(item), marker: cleanText(item.marker) })) }];
    case 'TABLE':
      return [{ ...block, caption: cleanCaption(block.caption), rows: block.rows.map((row) => row.map(cleanRich)) }];
    case 'FIGURE':
      return [{ ...cleanRich(block), caption: cleanCaption(block.caption) }];
    case 'PAGE_BREAK':
      return [{ ...block, label: cleanLabel(block) }];
    case 'MATH':
      return withWords({ ...block, text: cleanText(block.text) });
    case 'NOTE':
      return withWords({ ...cleanRich(block), label: cleanText(block.label) });
    default:
      return withWords(cleanRich(block));
  }
}

/** A part of a page's label would be another page's: one that is none is dropped, for the number of the page where that is known. */
function cleanLabel({ label, page }: Extract<Block, { kind: 'PAGE_BREAK' }>): string {
  const clean = cleanText(label).replaceAll(/\s+/g, ' ').trim();
  return clean.length <= PAGE_LABEL_CHARS_MAX ? clean : String(page ?? '');
}

const withWords = <Content extends Block & { readonly text: string }>(block: Content): Content[] =>
  block.text.trim() === '' ? [] : [block];

function cleanRich<Text extends RichText>(rich: Text): Text {
  const text = cleanText(rich.text);
  const isShorter = text.length < rich.text.length;
  const moved = (at: number) => (isShorter ? at - (rich.text.slice(0, at).match(CONTROLS)?.length ?? 0) : at);
  const spans = rich.spans.flatMap((span) =>
    cleanSpan({ ...span, start: moved(span.start), end: moved(span.end) }).filter(({ start, end }) => end > start),
  );
  return { ...rich, text, spans };
}

/** An address that is too long leads nowhere (cut, it would lead elsewhere), a language that is none is nobody's; a passage that says nothing else is not marked. */
function cleanSpan({ language, link, ...said }: TextSpan): TextSpan[] {
  const known = toLanguage(language);
  const address = cleanText(link ?? '');
  const span = {
    ...said,
    ...(known === undefined ? {} : { language: known }),
    ...(address === '' || address.length > LINK_CHARS_MAX ? {} : { link: address }),
  };
  return Object.keys(span).length > 2 ? [span] : [];
}
