import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { BrailleText, CellGroup, PrintText, Undecided } from './contract.ts';

/** The texts of one block in a code, each by what it was made from. */
export type KeptTexts = Map<string, BrailleText>;

/** What it was made from, its cells, and for each group: length, start, end (odd: may not begin a line), rule; then what few groups have. */
type Text = readonly [
  key: string,
  cells: string,
  lengths: readonly number[],
  starts: readonly number[],
  spans: readonly number[],
  rules: readonly number[],
  rare: readonly (readonly [at: number, atLineEnd: string | null, undecided: Undecided | null])[],
];
interface Kept {
  readonly rules: readonly string[];
  readonly texts: readonly Text[];
}

/** A block has 20 000 characters, one that is a row of a table 100 000 at most; its groups have a few times as many figures. */
const UNPACKED_BYTES_MAX = 16_000_000;

/** What a text was made from, as a key. */
export const keyOfPrint = (print: PrintText): string => JSON.stringify([print.text, print.spans ?? []]);

/** Texts in braille as bytes to keep. */
export function packTexts(texts: KeptTexts): Uint8Array {
  const rules: string[] = [];
  const placeOf = new Map<string, number>();
  const ruleAt = (rule: string): number => {
    const known = placeOf.get(rule);
    if (known !== undefined) return known;
    placeOf.set(rule, rules.length);
    return rules.push(rule) - 1;
  };
  const packed = [...texts].map(([key, { groups }]): Text => {
    const rare = groups.flatMap(({ atLineEnd, undecided }, at) =>
      atLineEnd === null && undecided === null ? [] : [[at, atLineEnd, undecided] as const],
    );
    return [
      key,
      groups.map(({ cells }) => cells).join(''),
      groups.map(({ cells }) => cells.length),
      groups.map(({ start }) => start),
      groups.map(({ start, end, glued }) => (end - start) * 2 + (glued ? 1 : 0)),
      groups.map(({ rule }) => ruleAt(rule)),
      rare,
    ];
  });
  return deflateRawSync(JSON.stringify({ rules, texts: packed } satisfies Kept), { level: 1 });
}

/** The texts that `packTexts` kept; undefined for bytes that say something else. */
export function unpackTexts(bytes: Uint8Array): KeptTexts | undefined {
  try {
    const { rules, texts } = JSON.parse(
      inflateRawSync(bytes, { maxOutputLength: UNPACKED_BYTES_MAX }).toString(),
    ) as Kept;
    return new Map(texts.map((one) => [one[0], toText(one, rules)]));
  } catch {
    return undefined;
  }
}

function toText([, cells, lengths, starts, spans, ruleAt, rare]: Text, rules: readonly string[]): BrailleText {
  const extras = new Map(rare.map(([at, atLineEnd, undecided]) => [at, { atLineEnd, undecided }]));
  let from = 0;
  const groups = lengths.map((length, at): CellGroup => {
    const start = starts[at] ?? 0;
    const span = spans[at] ?? 0;
    const own = cells.slice(from, from + length);
    from += length;
    const { atLineEnd = null, undecided = null } = extras.get(at) ?? {};
    return {
      ...{ cells: own, start, end: start + (span >> 1), rule: rules[ruleAt[at] ?? 0] ?? '', glued: (span & 1) === 1 },
      atLineEnd,
      undecided,
    };
  });
  return { cells, groups };
}
