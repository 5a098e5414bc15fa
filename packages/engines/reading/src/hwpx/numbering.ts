import { createItemCounter } from '../lists/count-items.ts';
import type { ListLevel } from '../lists/count-items.ts';
import * as formats from '../lists/number-formats.ts';
import type { NumberFormat } from '../lists/number-formats.ts';
import { childOf, childrenOf, findAll, wordsOf } from '../markup/node.ts';
import type { MarkupNode } from '../markup/node.ts';

/** What a paragraph begins with because of its properties (KS X 6101, 9.3: numberings, bullets, heading of paraPr). */
export interface ParagraphMark {
  readonly kind: 'NUMBER' | 'BULLET' | 'OUTLINE';
  readonly depth: number;
  /** Empty where its level shows none. */
  readonly marker: string;
}

/** Counts numbered paragraphs as Hangul does, through the whole document. */
export interface HwpxNumbering {
  /** The mark of the next paragraph; null where its properties have none. `outline` is the numbering that its section names. */
  next(paraPrId: string | undefined, outline: string): ParagraphMark | null;
}

/** Their names in KS X 6101. */
const FORMATS: Readonly<Record<string, NumberFormat>> = {
  DIGIT: String,
  CIRCLED_DIGIT: formats.circledDigit,
  ROMAN_CAPITAL: formats.upperRoman,
  ROMAN_SMALL: formats.lowerRoman,
  LATIN_CAPITAL: formats.upperLetter,
  LATIN_SMALL: formats.lowerLetter,
  CIRCLED_LATIN_CAPITAL: formats.circledUpperLetter,
  CIRCLED_LATIN_SMALL: formats.circledLowerLetter,
  HANGUL_SYLLABLE: formats.syllables,
  CIRCLED_HANGUL_SYLLABLE: formats.circledSyllable,
  HANGUL_JAMO: formats.consonants,
  CIRCLED_HANGUL_JAMO: formats.circledConsonant,
  HANGUL_PHONETIC: formats.inHangul,
  IDEOGRAPH: formats.inHanja,
  CIRCLED_IDEOGRAPH: formats.circledHanja,
  DECAGON_CIRCLE: formats.stems,
  DECAGON_CIRCLE_HANJA: formats.stemsInHanja,
};
const DEPTH_MAX = 9;
const BULLET = '•';
/** Letters of a private font; what they look like nobody can tell. */
const PRIVATE = /\p{Co}/u;

export function parseHwpxNumbering(header: MarkupNode | undefined): HwpxNumbering {
  const byId = <Value>(name: string, parse: (node: MarkupNode) => Value): ReadonlyMap<string, Value> =>
    new Map([...(header ? findAll(header, name) : [])].map((node) => [node.attributes['id'] ?? '', parse(node)]));
  const lists = byId('numbering', toLevels);
  const bullets = byId('bullet', ({ attributes }) => attributes['char'] ?? '');
  const headings = byId('paraPr', (node) => childOf(node, 'heading')?.attributes ?? {});
  const counter = createItemCounter();
  return {
    next: (paraPrId, outline) => {
      const { type: kind, level = '0', idRef = '' } = headings.get(paraPrId ?? '') ?? {};
      if (kind !== 'NUMBER' && kind !== 'BULLET' && kind !== 'OUTLINE') return null;
      const depth = Math.min(DEPTH_MAX, Number.parseInt(level, 10) || 0);
      if (kind === 'BULLET') {
        const sign = (bullets.get(idRef) ?? '').trim();
        return { kind, depth, marker: sign === '' || PRIVATE.test(sign) ? BULLET : sign };
      }
      const id = kind === 'OUTLINE' ? outline : idRef;
      const levels = lists.get(id);
      return { kind, depth, marker: levels ? counter.next({ id, levels }, depth) : '' };
    },
  };
}

function toLevels(numbering: MarkupNode): ReadonlyMap<number, ListLevel> {
  return new Map(
    childrenOf(numbering, 'paraHead').map((node) => {
      const depth = (Number.parseInt(node.attributes['level'] ?? '1', 10) || 1) - 1;
      const start = Number.parseInt(node.attributes['start'] ?? '1', 10);
      const level: ListLevel = {
        format: FORMATS[node.attributes['numFormat'] ?? 'DIGIT'] ?? String,
        start: Number.isNaN(start) ? 1 : start,
        mark: (numberAt) => fillIn(wordsOf(node).trim(), { depth, numberAt }),
      };
      return [depth, level];
    }),
  );
}

interface Filling {
  readonly depth: number;
  readonly numberAt: (depth: number) => string;
}

/** `^2` is the number of the second level, `^n` the numbers of all down to this one, `^N` with a full stop after them. */
function fillIn(text: string, { depth, numberAt }: Filling): string {
  const path = () => Array.from({ length: depth + 1 }, (_, at) => numberAt(at)).join('.');
  return text.replaceAll(/\^(10|[1-9]|n|N)/g, (_, place: string) => {
    if (place === 'n') return path();
    return place === 'N' ? `${path()}.` : numberAt(Number(place) - 1);
  });
}
