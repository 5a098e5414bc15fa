import { childOf, childrenOf, findFirst } from '../markup/node.ts';
import type { MarkupNode } from '../markup/node.ts';
import { value } from './styles.ts';

/** Counts the items of lists as Word does. */
export interface Numbering {
  /** The mark of the next item of a list. */
  next(list: { readonly numId: string; readonly depth: number }): {
    readonly marker: string;
    readonly isOrdered: boolean;
  };
}

interface Level {
  readonly format: string;
  readonly text: string;
  readonly start: number;
}

const HANGUL = [...'가나다라마바사아자차카타파하'];
const roman = (number: number): string => {
  const signs = [
    [1000, 'm'],
    [900, 'cm'],
    [500, 'd'],
    [400, 'cd'],
    [100, 'c'],
    [90, 'xc'],
    [50, 'l'],
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ] as const;
  let left = Math.min(number, 3_999);
  return signs.reduce((text, [worth, sign]) => {
    const times = Math.floor(left / worth);
    left -= times * worth;
    return text + sign.repeat(times);
  }, '');
};
const letter = (number: number) =>
  String.fromCodePoint(97 + ((number - 1) % 26)).repeat(Math.min(3, Math.ceil(number / 26)));

const FORMATS: Readonly<Record<string, (number: number) => string>> = {
  decimal: String,
  lowerLetter: letter,
  upperLetter: (number) => letter(number).toUpperCase(),
  lowerRoman: roman,
  upperRoman: (number) => roman(number).toUpperCase(),
  ganada: (number) => HANGUL[(number - 1) % HANGUL.length]!,
  koreanDigital: String,
  decimalEnclosedCircle: (number) => (number <= 20 ? String.fromCodePoint(0x2460 + number - 1) : String(number)),
};

export function parseNumbering(root: MarkupNode | undefined): Numbering {
  const numbering = root && findFirst(root, 'numbering');
  const abstracts = new Map(
    childrenOf(numbering, 'abstractNum').map((node) => [node.attributes['abstractNumId'] ?? '', toLevels(node)]),
  );
  const lists = new Map(
    childrenOf(numbering, 'num').map((node) => [
      node.attributes['numId'] ?? '',
      abstracts.get(value(childOf(node, 'abstractNumId')) ?? ''),
    ]),
  );
  const counts = new Map<string, number[]>();
  return {
    next: ({ numId, depth }) => {
      const levels = lists.get(numId);
      const level = levels?.get(depth);
      if (!levels || !level || level.format === 'bullet' || level.format === 'none')
        return { marker: '•', isOrdered: false };
      const count = counts.get(numId) ?? [];
      count[depth] = (count[depth] ?? level.start - 1) + 1;
      count.length = depth + 1;
      counts.set(numId, count);
      const marker = level.text.replaceAll(/%([1-9])/g, (_, place: string) => {
        const at = Number(place) - 1;
        const { format, start } = levels.get(at) ?? level;
        return (FORMATS[format] ?? String)(count[at] ?? start);
      });
      return { marker, isOrdered: true };
    },
  };
}

function toLevels(abstract: MarkupNode): ReadonlyMap<number, Level> {
  return new Map(
    childrenOf(abstract, 'lvl').map((node) => [
      Number(node.attributes['ilvl'] ?? 0),
      {
        format: value(childOf(node, 'numFmt')) ?? 'decimal',
        text: value(childOf(node, 'lvlText')) ?? '',
        start: Number(value(childOf(node, 'start')) ?? 1) || 1,
      },
    ]),
  );
}
