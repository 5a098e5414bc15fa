import type { CellGroup } from '../contract.ts';
import { greekCell, isCapital, latinCell, MathWriter, numberCells } from './math-writer.ts';
import type { MathNode } from './parse-latex.ts';

// Unified English Braille, Guidelines for Technical Material (ICEB 2014); the section stands beside each sign.

/** Signs of operation are unspaced, signs of comparison spaced (GTM 3). */
const SIGNS: Readonly<Record<string, string>> = {
  ...{ '+': '⠐⠖', '-': '⠐⠤', '×': '⠐⠦', '÷': '⠐⠌', '⋅': '⠐⠲', '±': '⠸⠖', '∓': '⠸⠤' },
  ...{ '(': '⠐⠣', ')': '⠐⠜', '[': '⠨⠣', ']': '⠨⠜', '{': '⠸⠣', '}': '⠸⠜', '|': '⠸⠳', ',': '⠂', '.': '⠲', '/': '⠸⠌' },
  ...{ '!': '⠖', '∞': '⠼⠿', '∫': '⠮', '∂': '⠈⠙', '°': '⠘⠚', '%': '⠨⠴', '′': '⠶', "'": '⠶', ':': '⠒' },
};
const COMPARISONS: Readonly<Record<string, string>> = {
  ...{ '=': '⠐⠶', '<': '⠈⠣', '>': '⠈⠜', '≤': '⠸⠈⠣', '≥': '⠸⠈⠜', '≠': '⠐⠶⠈⠱', '≈': '⠘⠔', '≡': '⠸⠶', '→': '⠳⠕' },
};
const GRADE_ONE = '⠰';

/** A formula in UEB: in grade 1 where letters or structure need it, by word or by passage (GTM 1). */
export function writeUebMath(nodes: readonly MathNode[], offset: number): CellGroup[] {
  const out = new MathWriter('MATH_UEB', offset);
  const [first] = nodes;
  const last = nodes.at(-1);
  if (!first || !last) return [];
  const isSpaced = nodes.some((node) => isComparison(node) || node.kind === 'WORD');
  const needsGradeOne = nodes.some((node) => !isPlain(node));
  const opening = needsGradeOne
    ? isSpaced
      ? '⠰⠰⠰'
      : nodes.length === 1 && first.kind === 'SIGN'
        ? GRADE_ONE
        : '⠰⠰'
    : '';
  out.write(opening, { start: first.start, end: first.start });
  writeRow(nodes, out);
  if (opening === '⠰⠰⠰') out.write('⠰⠄', { start: last.end, end: last.end });
  return out.groups;
}

const isComparison = (node: MathNode): boolean => node.kind === 'SIGN' && node.sign in COMPARISONS;
/** Means the same in any grade. */
const isPlain = (node: MathNode): boolean =>
  node.kind === 'NUMBER' ||
  isSimpleFraction(node) ||
  (node.kind === 'SIGN' && node.sign !== '!' && (node.sign in SIGNS || node.sign in COMPARISONS));

function writeRow(nodes: readonly MathNode[], out: MathWriter): void {
  nodes.forEach((node, at) => writeNode(node, out, nodes[at - 1]));
}

function writeNode(node: MathNode, out: MathWriter, before: MathNode | undefined): void {
  switch (node.kind) {
    case 'NUMBER':
      return out.write(numberCells(node.text), node);
    case 'SIGN':
      return writeSign(node, out, before);
    case 'WORD': {
      out.blank(node);
      for (const letter of node.text) out.write(letterCells(letter) ?? (letter === ' ' ? '⠀' : ''), node);
      return out.blank({ start: node.end, end: node.end });
    }
    case 'FRACTION': {
      const [above, below] = [node.above[0], node.below[0]];
      if (isSimpleFraction(node) && above?.kind === 'NUMBER' && below?.kind === 'NUMBER')
        return out.write(`${numberCells(above.text)}⠌${numberCells(below.text).slice(1)}`, node);
      out.write('⠷', { start: node.start, end: node.start });
      writeRow(node.above, out);
      out.write('⠨⠌', { start: node.start, end: node.start });
      writeRow(node.below, out);
      return out.write('⠾', { start: node.end, end: node.end });
    }
    case 'ROOT': {
      out.write('⠩', { start: node.start, end: node.start });
      if (node.index.length > 0) writeScript('⠔', node.index, node, out);
      writeRow(node.radicand, out);
      return out.write('⠬', { start: node.end, end: node.end });
    }
    case 'SCRIPT':
      return writeScript(node.place === 'UP' ? '⠔' : '⠢', node.inner, node, out);
    case 'UNKNOWN':
      return out.write('⠿', node, 'MATH_STRUCTURE');
  }
}

/** One item follows its level sign by itself, more are held together (GTM 7.1). */
function writeScript(level: string, inner: readonly MathNode[], node: MathNode, out: MathWriter): void {
  const [only] = inner;
  const isItem = inner.length === 1 && only !== undefined && only.kind !== 'WORD' && only.kind !== 'UNKNOWN';
  out.write(isItem ? level : `${level}⠣`, { start: node.start, end: node.start });
  writeRow(inner, out);
  if (!isItem) out.write('⠜', { start: node.end, end: node.end });
}

function writeSign(node: MathNode & { readonly kind: 'SIGN' }, out: MathWriter, before: MathNode | undefined): void {
  const comparison = COMPARISONS[node.sign];
  if (comparison !== undefined) {
    out.blank(node);
    out.write(comparison, node);
    return out.blank({ start: node.end, end: node.end });
  }
  const letter = letterCells(node.sign);
  // a to j right after digits would be more digits.
  const isDigitLike = before?.kind === 'NUMBER' && /^[a-j]$/.test(node.sign);
  if (letter !== undefined) return out.write(isDigitLike ? GRADE_ONE + letter : letter, node);
  const sign = SIGNS[node.sign];
  out.write(sign ?? '⠿', node, sign === undefined ? 'NO_SIGN' : null);
}

function letterCells(sign: string): string | undefined {
  const capital = isCapital(sign) ? '⠠' : '';
  const latin = latinCell(sign);
  if (latin !== undefined) return capital + latin;
  const greek = greekCell(sign);
  return greek === undefined ? undefined : `${capital}⠨${sign.toLowerCase() === 'χ' ? '⠯' : greek}`;
}

function isSimpleFraction(node: MathNode): boolean {
  return (
    node.kind === 'FRACTION' &&
    [node.above, node.below].every((part) => part.length === 1 && part[0]?.kind === 'NUMBER')
  );
}
