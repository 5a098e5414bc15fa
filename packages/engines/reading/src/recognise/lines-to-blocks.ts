import type { BlockContent, ListItem } from '../block.ts';
import type { RecognisedLine } from './recogniser.ts';

/** Letters this much higher than the page's usual ones are a heading, the more the higher its rank. */
const HEADING_SHARES = [1.7, 1.3];
const HEADING_CHARS_MAX = 120;
const MARKER = /^([•◦▪●○■□‣·∙*–-]|\(?\d{1,3}[.)]|[가나다라마바사아자차카타파하][.)]|[①-⑳])\s+/;

type Recognised = BlockContent & { readonly confidence: number };

/** Recognised lines as blocks, each with how sure it is. Tables and pictures are not told apart from text. */
export function linesToBlocks(lines: readonly RecognisedLine[]): Recognised[] {
  const usual = median(lines.flatMap(({ height, text }) => Array<number>(Math.min(text.length, 100)).fill(height)));
  const blocks: Recognised[] = [];
  let items: (ListItem & { readonly confidence: number })[] = [];
  const endList = () => {
    if (items.length === 0) return;
    const confidence = Math.min(...items.map((item) => item.confidence));
    const isOrdered = /[\p{L}\d]/u.test(items[0]?.marker ?? '');
    const plain = items.map(({ depth, marker, text, spans }) => ({ depth, marker, text, spans }));
    blocks.push({ kind: 'LIST', isOrdered, items: plain, confidence });
    items = [];
  };
  for (const { text, confidence, height } of toParagraphs(lines)) {
    const level = HEADING_SHARES.findIndex((share) => height > usual * share) + 1;
    const marker = MARKER.exec(text)?.[0];
    if (level === 0 && marker) {
      items.push({ depth: 0, marker: marker.trim(), text: text.slice(marker.length), spans: [], confidence });
      continue;
    }
    endList();
    if (level > 0 && text.length <= HEADING_CHARS_MAX)
      blocks.push({ kind: 'HEADING', level, text, spans: [], confidence });
    else blocks.push({ kind: 'PARAGRAPH', text, spans: [], confidence });
  }
  endList();
  return blocks;
}

/** Lines of a paragraph in one; a line that begins with a mark, or whose letters are of another size, begins a new one. */
function toParagraphs(lines: readonly RecognisedLine[]): RecognisedLine[] {
  const paragraphs: RecognisedLine[] = [];
  for (const line of lines) {
    const last = paragraphs.at(-1);
    const isSame =
      last?.paragraph === line.paragraph && !MARKER.test(line.text) && Math.abs(last.height / line.height - 1) < 0.25;
    if (!last || !isSame) {
      paragraphs.push(line);
      continue;
    }
    const isHyphened = /[a-z]-$/.test(last.text) && /^[a-z]/.test(line.text);
    const text = isHyphened ? last.text.slice(0, -1) + line.text : `${last.text} ${line.text}`;
    // A paragraph is as sure as its letters are on average.
    const share = last.text.length / (last.text.length + line.text.length);
    const confidence = last.confidence * share + line.confidence * (1 - share);
    paragraphs[paragraphs.length - 1] = { ...last, text, confidence };
  }
  return paragraphs;
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[values.length >> 1] ?? 0;
}
