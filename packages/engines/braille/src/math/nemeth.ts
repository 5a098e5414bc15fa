import type { CellGroup } from '../contract.ts';
import { greekCell, isCapital, latinCell, MathWriter } from './math-writer.ts';
import type { MathNode } from './parse-latex.ts';

// The Nemeth Code for Mathematics and Science Notation, 1972 revision, between the signs that switch to it from UEB (BANA).

const DIGITS = '⠴⠂⠆⠒⠲⠢⠖⠶⠦⠔';
const SIGNS: Readonly<Record<string, string>> = {
  ...{ '+': '⠬', '-': '⠤', '×': '⠈⠡', '÷': '⠨⠌', '⋅': '⠡', '±': '⠬⠤', '∓': '⠤⠬' },
  ...{ '(': '⠷', ')': '⠾', '[': '⠈⠷', ']': '⠈⠾', '{': '⠨⠷', '}': '⠨⠾', '|': '⠳', '/': '⠸⠌' },
  ...{ '!': '⠯', '∞': '⠠⠿', '∫': '⠮', '∂': '⠈⠙', '%': '⠈⠴', '′': '⠄', "'": '⠄' },
};
const COMPARISONS: Readonly<Record<string, string>> = {
  ...{ '=': '⠨⠅', '<': '⠐⠅', '>': '⠨⠂', '≤': '⠐⠅⠱', '≥': '⠨⠂⠱', '≠': '⠌⠨⠅', '≈': '⠈⠱⠈⠱', '≡': '⠸⠇', '→': '⠫⠕' },
};
const SWITCH = { on: '⠸⠩', off: '⠸⠱' };

/** Where cells stand above or below the line: the signs of all levels, outermost first; empty on the line. */
interface Level {
  readonly path: string;
}
const BASE: Level = { path: '' };

/** A formula in Nemeth code, with the signs that switch to it and back. */
export function writeNemeth(nodes: readonly MathNode[], offset: number): CellGroup[] {
  const out = new MathWriter('MATH_NEMETH', offset);
  const [first] = nodes;
  const last = nodes.at(-1);
  if (!first || !last) return [];
  out.write(SWITCH.on, { start: first.start, end: first.start });
  out.blank(first);
  writeRow(nodes, out, BASE);
  out.blank({ start: last.end, end: last.end });
  out.write(SWITCH.off, { start: last.end, end: last.end });
  return out.groups;
}

function writeRow(nodes: readonly MathNode[], out: MathWriter, level: Level): void {
  nodes.forEach((node, at) => {
    const before = nodes[at - 1];
    // Back from a script to the level of the row, unless a sign that stands apart does so by itself.
    if (before && needsReturn(before, nodes[at - 2]) && node.kind !== 'SCRIPT' && !isComparison(node))
      out.write(level.path === '' ? '⠐' : level.path, { start: node.start, end: node.start });
    writeNode(node, out, { level, before });
  });
}

const isComparison = (node: MathNode): boolean => node.kind === 'SIGN' && node.sign in COMPARISONS;

/** A number below a letter needs no sign, so there is nothing to return from (Nemeth 77). */
const isPlainIndex = (node: MathNode, base: MathNode | undefined): boolean =>
  node.kind === 'SCRIPT' &&
  node.place === 'DOWN' &&
  node.inner.length === 1 &&
  node.inner[0]?.kind === 'NUMBER' &&
  base?.kind === 'SIGN' &&
  latinCell(base.sign) !== undefined;
const needsReturn = (node: MathNode, base: MathNode | undefined): boolean =>
  node.kind === 'SCRIPT' && !isPlainIndex(node, base);

interface Context {
  readonly level: Level;
  readonly before: MathNode | undefined;
}

function writeNode(node: MathNode, out: MathWriter, { level, before }: Context): void {
  const point = { start: node.start, end: node.start };
  switch (node.kind) {
    case 'NUMBER': {
      // The numeric sign stands at the head of a number after a blank, also with a minus between (Nemeth 9).
      const isHead = level.path === '' && (out.endsBlank() || (isMinus(before) && out.groups.at(-2)?.cells === '⠀'));
      return out.write((isHead ? '⠼' : '') + digitCells(node.text), node);
    }
    case 'SIGN':
      return writeSign(node, out);
    case 'WORD': {
      for (const letter of node.text) out.write(letterCells(letter) ?? (letter === ' ' ? '⠀' : ''), node);
      return out.blank({ start: node.end, end: node.end });
    }
    case 'FRACTION': {
      // A fraction that holds another one is complex (Nemeth 62).
      const order = hasFraction(node.above) || hasFraction(node.below) ? '⠠' : '';
      out.write(`${order}⠹`, point);
      writeRow(node.above, out, level);
      out.write(`${order}⠌`, point);
      writeRow(node.below, out, level);
      return out.write(`${order}⠼`, { start: node.end, end: node.end });
    }
    case 'ROOT': {
      if (node.index.length > 0) {
        out.write('⠣', point);
        writeRow(node.index, out, level);
      }
      out.write('⠜', point);
      writeRow(node.radicand, out, level);
      return out.write('⠻', { start: node.end, end: node.end });
    }
    case 'SCRIPT': {
      const isPlain = isPlainIndex(node, before);
      const path = isPlain ? level.path : level.path + (node.place === 'UP' ? '⠘' : '⠰');
      if (!isPlain) out.write(path, point);
      return writeRow(node.inner, out, { path });
    }
    case 'UNKNOWN':
      return out.write('⠿', node, 'MATH_STRUCTURE');
  }
}

function writeSign(node: MathNode & { readonly kind: 'SIGN' }, out: MathWriter): void {
  const comparison = COMPARISONS[node.sign];
  if (comparison !== undefined) {
    out.blank(node);
    out.write(comparison, node);
    return out.blank({ start: node.end, end: node.end });
  }
  if (node.sign === ',') {
    out.write('⠠', node);
    return out.blank({ start: node.end, end: node.end });
  }
  const cells = letterCells(node.sign) ?? SIGNS[node.sign];
  out.write(cells ?? '⠿', node, cells === undefined ? 'NO_SIGN' : null);
}

const isMinus = (node: MathNode | undefined): boolean => node?.kind === 'SIGN' && node.sign === '-';
const hasFraction = (nodes: readonly MathNode[]): boolean => nodes.some((node) => node.kind === 'FRACTION');

function letterCells(sign: string): string | undefined {
  const capital = isCapital(sign) ? '⠠' : '';
  const latin = latinCell(sign);
  if (latin !== undefined) return capital + latin;
  const greek = greekCell(sign);
  return greek === undefined ? undefined : `⠨${capital}${greek}`;
}

const digitCells = (text: string): string =>
  [...text].map((char) => (char === '.' ? '⠨' : char === ',' ? '⠠' : (DIGITS[Number(char)] ?? ''))).join('');
