import type { CellGroup } from '../contract.ts';
import { greekCell, isCapital, latinCell, MathWriter, numberCells } from './math-writer.ts';
import type { MathNode } from './parse-latex.ts';

// The mathematics of the Korean Braille Regulation (수학 점자, revision of 2024); the article stands beside each sign.

interface Sign {
  readonly cells: string;
  readonly article: number;
}

const signs = new Map<string, Sign>();
const add = (article: number, cellsOf: Readonly<Record<string, string>>) => {
  for (const [print, cells] of Object.entries(cellsOf)) signs.set(print, { cells, article });
};
add(2, { '+': '⠢', '-': '⠔', '×': '⠡', '÷': '⠌⠌', '⋅': '⠐' });
add(3, { '=': '⠒⠒' });
add(4, { '≠': '⠨⠒⠒', '>': '⠢⠢', '<': '⠔⠔', '≥': '⠲⠲', '≤': '⠖⠖' });
add(6, { '(': '⠦', ')': '⠴', '{': '⠶', '}': '⠶', '[': '⠷⠄', ']': '⠠⠾' });
add(9, { ':': '⠐⠂', '∶': '⠐⠂' });
add(17, { "'": '⠤', '′': '⠤' });
add(21, { '|': '⠳' });

/** What may stand beside a fraction without holding it together (article 7). */
const BETWEEN_TERMS = new Set([
  '+',
  '-',
  '×',
  '÷',
  '⋅',
  '=',
  '≠',
  '>',
  '<',
  '≥',
  '≤',
  '(',
  ')',
  '{',
  '}',
  '[',
  ']',
  '|',
  '→',
]);
/** These may not stand before a script: it belongs to what it follows. */
const NO_BASE = new Set(['+', '-', '×', '÷', '⋅', '=', '≠', '>', '<', '≥', '≤', '(', '{', '[', '→', ':', '∶']);
const OPEN = '⠷';
const CLOSE = '⠾';

const isLetter = (node: MathNode | undefined): boolean =>
  node?.kind === 'SIGN' && (latinCell(node.sign) ?? greekCell(node.sign)) !== undefined;
const isSign = (node: MathNode | undefined, among: ReadonlySet<string>): boolean =>
  node?.kind === 'SIGN' && among.has(node.sign);

/** Whether the articles say how every part of a formula is written; where they are not implemented it is left to print. */
export function isKoreanMath(nodes: readonly MathNode[]): boolean {
  // A letter by itself is one of the Roman letters of Korean text (article 28 of 한글 점자).
  if (nodes.length === 0 || (nodes.length === 1 && isLetter(nodes[0]))) return false;
  return isKnownRow(nodes);
}

function isKnownRow(nodes: readonly MathNode[]): boolean {
  return nodes.length > 0 && nodes.every((node, at) => isKnown(node, nodes[at - 1], nodes[at + 1]));
}

function isKnown(node: MathNode, before: MathNode | undefined, after: MathNode | undefined): boolean {
  const isCapitalLetter = (one: MathNode | undefined) => isLetter(one) && one?.kind === 'SIGN' && isCapital(one.sign);
  switch (node.kind) {
    case 'NUMBER':
      return true;
    case 'SIGN':
      // Two capitals beside each other may be the names of points or one word.
      if (isLetter(node)) return !(isCapitalLetter(node) && isCapitalLetter(after));
      return signs.has(node.sign) || (node.sign === '→' && before !== undefined && after !== undefined);
    case 'FRACTION': {
      const stands = (beside: MathNode | undefined) => beside === undefined || isSign(beside, BETWEEN_TERMS);
      const isPlaced = (stands(before) || before?.kind === 'NUMBER') && stands(after);
      return isPlaced && [node.above, node.below].every((part) => isKnownRow(part) && !isDifferential(part));
    }
    case 'ROOT':
      return isKnownRow(node.radicand) && (node.index.length === 0 || isKnownRow(node.index));
    case 'SCRIPT': {
      const hasBase = before !== undefined && before.kind !== 'SCRIPT' && !isSign(before, NO_BASE);
      return hasBase && after?.kind !== 'SCRIPT' && isKnownRow(node.inner);
    }
    default:
      return false;
  }
}

/** dy over dx is not held together; what else begins with d may be one or the other. */
const isDifferential = ([first]: readonly MathNode[]): boolean => first?.kind === 'SIGN' && /^[d∂]$/.test(first.sign);

/** A formula that `isKoreanMath` knows, in cells. */
export function writeKoreanMath(nodes: readonly MathNode[], offset: number): CellGroup[] {
  const out = new MathWriter('MATH_KO', offset);
  writeRow(nodes, out);
  return out.groups;
}

function writeRow(nodes: readonly MathNode[], out: MathWriter): void {
  nodes.forEach((node, at) => writeNode(node, out, nodes[at - 1]));
}

function writeNode(node: MathNode, out: MathWriter, before: MathNode | undefined): void {
  const opening = { start: node.start, end: node.start };
  switch (node.kind) {
    case 'NUMBER':
      return out.write(numberCells(node.text), node);
    case 'SIGN':
      return writeSign(node, out, before);
    // The denominator comes first.
    case 'FRACTION':
      writeTerm(node.below, out, isTerm(node.below));
      out.writeBy('MATH_KO_7', '⠌', opening);
      return writeTerm(node.above, out, isTerm(node.above));
    case 'ROOT':
      if (node.index.length > 0) writeTerm(node.index, out, isTerm(node.index));
      out.writeBy('MATH_KO_22', node.index.length > 0 ? '⠻' : '⠜', opening);
      return writeTerm(node.radicand, out, isTerm(node.radicand));
    case 'SCRIPT': {
      const rule = node.place === 'UP' ? 'MATH_KO_18' : 'MATH_KO_19';
      out.writeBy(rule, node.place === 'UP' ? '⠘' : '⠰', opening);
      return writeTerm(node.inner, out, isTerm(node.inner) || isNegative(node.inner));
    }
    default:
      return out.write('⠿', node, 'MATH_STRUCTURE');
  }
}

/** A number or a letter, perhaps with a script. */
function isTerm([first, second, ...rest]: readonly MathNode[]): boolean {
  const isBase = first?.kind === 'NUMBER' || isLetter(first);
  return isBase && rest.length === 0 && (second === undefined || second.kind === 'SCRIPT');
}

/** −1 above a letter stands as it is (article 18). */
function isNegative([minus, number, ...rest]: readonly MathNode[]): boolean {
  return isSign(minus, new Set('-')) && number?.kind === 'NUMBER' && rest.length === 0;
}

/** What is more than a term is held together (article 6). */
function writeTerm(nodes: readonly MathNode[], out: MathWriter, isAlone: boolean): void {
  const [start, end] = [nodes[0]?.start ?? 0, nodes.at(-1)?.end ?? 0];
  if (!isAlone) out.writeBy('MATH_KO_6', OPEN, { start, end: start });
  writeRow(nodes, out);
  if (!isAlone) out.writeBy('MATH_KO_6', CLOSE, { start: end, end });
}

function writeSign(node: MathNode & { readonly kind: 'SIGN' }, out: MathWriter, before: MathNode | undefined): void {
  if (node.sign === '→') {
    out.blank(node);
    out.writeBy('MATH_KO_10', '⠒⠕', node);
    return out.blank({ start: node.end, end: node.end });
  }
  const capital = isCapital(node.sign) ? '⠠' : '';
  const latin = latinCell(node.sign);
  if (latin !== undefined) {
    // a to j right after digits would be more digits.
    const apart = before?.kind === 'NUMBER' && /^[a-j]$/.test(node.sign) ? '⠐' : '';
    return out.writeBy('MATH_KO_12', `${apart}${capital}${latin}`, node);
  }
  const greek = greekCell(node.sign);
  if (greek !== undefined) return out.writeBy('MATH_KO_13', `${capital}⠨${greek}`, node);
  const sign = signs.get(node.sign);
  if (sign) out.writeBy(`MATH_KO_${sign.article}`, sign.cells, node);
}
