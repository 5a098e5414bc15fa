import { createItemCounter } from '../lists/count-items.ts';
import type { ListLevel } from '../lists/count-items.ts';
import * as formats from '../lists/number-formats.ts';
import type { NumberFormat } from '../lists/number-formats.ts';
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

const FORMATS: Readonly<Record<string, NumberFormat>> = {
  decimal: String,
  lowerLetter: formats.lowerLetter,
  upperLetter: formats.upperLetter,
  lowerRoman: formats.lowerRoman,
  upperRoman: formats.upperRoman,
  ganada: formats.syllables,
  chosung: formats.consonants,
  koreanCounting: formats.inHangul,
  koreanDigital: String,
  decimalEnclosedCircle: formats.circledDigit,
  ideographTraditional: formats.stemsInHanja,
};

/** How a number is written by the name that Word gives to it. */
export const formatOf = (name: string): NumberFormat => FORMATS[name] ?? String;

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
  const counter = createItemCounter();
  return {
    next: ({ numId, depth }) => {
      const levels = lists.get(numId);
      if (!levels?.has(depth)) return { marker: '•', isOrdered: false };
      return { marker: counter.next({ id: numId, levels }, depth), isOrdered: true };
    },
  };
}

/** Depths with numbers; bullets have none. */
function toLevels(abstract: MarkupNode): ReadonlyMap<number, ListLevel> {
  return new Map(
    childrenOf(abstract, 'lvl').flatMap((node): [number, ListLevel][] => {
      const format = value(childOf(node, 'numFmt')) ?? 'decimal';
      if (format === 'bullet' || format === 'none') return [];
      const text = value(childOf(node, 'lvlText')) ?? '';
      const start = Number.parseInt(value(childOf(node, 'start')) ?? '1', 10);
      const level: ListLevel = {
        format: formatOf(format),
        start: Number.isNaN(start) ? 1 : start,
        mark: (numberAt) => text.replaceAll(/%([1-9])/g, (_, place: string) => numberAt(Number(place) - 1)),
      };
      return [[Number(node.attributes['ilvl'] ?? 0), level]];
    }),
  );
}
