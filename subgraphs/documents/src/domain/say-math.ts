import { parseLatex } from '@modu/engine-braille';
import type { MathNode } from '@modu/engine-braille';
import { mathWordsOf } from './math-words.ts';
import type { MathWords } from './math-words.ts';

/**
 * A formula (LaTeX) as one says it, in Korean or English: common constructions. What is not understood is named as it is written, never
 * left out; in other languages the formula stays as it is.
 */
export function sayMath(latex: string, language: string): string {
  const words = mathWordsOf(language);
  return words ? sayRow(parseLatex(latex), words) : latex;
}

/** What bounds stand at. */
const BOUNDED = new Set(['∫', 'Σ', 'Π']);
/** A sign before which a minus is one of a number. */
const BEGINS = /^[+\-×⋅÷±∓=≠<>≤≥≈([{|/,]$/;

function sayRow(nodes: readonly MathNode[], words: MathWords): string {
  let bounded: MathNode | undefined;
  const said = nodes.map((node, at) => {
    if (node.kind === 'SCRIPT') return sayScript(node, bounded, words);
    bounded = isBounded(node) ? node : undefined;
    const before = nodes[at - 1];
    const isNegative = node.kind === 'SIGN' && node.sign === '-' && (!before || isBeginning(before));
    return isNegative ? words.negative : sayNode(node, words);
  });
  return said.filter((one) => one !== '').join(' ');
}

const isBounded = (node: MathNode): boolean =>
  (node.kind === 'SIGN' && BOUNDED.has(node.sign)) || (node.kind === 'WORD' && node.text === 'lim');
const isBeginning = (node: MathNode): boolean => node.kind === 'SIGN' && BEGINS.test(node.sign);

function sayScript(
  { place, inner }: Extract<MathNode, { kind: 'SCRIPT' }>,
  bounded: MathNode | undefined,
  words: MathWords,
): string {
  const said = sayRow(inner, words);
  if (bounded?.kind === 'WORD') return words.as(said);
  if (bounded) return place === 'UP' ? words.to(said) : words.from(said);
  return place === 'UP' ? words.raised(said, inner.length > 1) : words.lowered(said, inner.length > 1);
}

function sayNode(node: MathNode, words: MathWords): string {
  switch (node.kind) {
    case 'NUMBER':
      return node.text;
    case 'SIGN':
      return words.signs[node.sign] ?? node.sign;
    case 'WORD':
      return words.functions[node.text] ?? node.text;
    case 'FRACTION': {
      const isLong = node.above.length > 1 || node.below.length > 1;
      return words.fraction({ above: sayRow(node.above, words), below: sayRow(node.below, words), isLong });
    }
    case 'ROOT': {
      const [radicand, index] = [sayRow(node.radicand, words), sayRow(node.index, words)];
      return words.root({ radicand, index, isLong: node.radicand.length > 1 });
    }
    case 'SCRIPT':
      return sayScript(node, undefined, words);
    case 'UNKNOWN':
      return sayUnknown(node.text, words);
  }
}

/** Braces hold pieces together and say nothing themselves; of a command that is not known its name is said. */
function sayUnknown(text: string, words: MathWords): string {
  if (text === 'circ') return words.signs['°'] ?? text;
  if (text === 'prime') return words.signs['′'] ?? text;
  if (text.startsWith('{') && text.endsWith('}')) return sayRow(parseLatex(text.slice(1, -1)), words);
  return text
    .replaceAll(/[\\{}&$]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
