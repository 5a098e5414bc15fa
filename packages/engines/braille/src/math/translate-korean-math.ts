import type { BrailleRefusal, BrailleText, CellGroup, PrintSpan, PrintText } from '../contract.ts';
import { isRefusal } from '../contract.ts';
import { translateMathAsPrint } from './as-print.ts';
import { isKoreanMath, writeKoreanMath } from './korean-math.ts';
import type { MathNode } from './parse-latex.ts';
import { parseLatex } from './parse-latex.ts';
import { cutPrint } from './translate-with-math.ts';

type Translate = (print: PrintText) => BrailleText | BrailleRefusal;
type Formula = PrintSpan & { readonly nodes: readonly MathNode[] };

const BLANK = '⠀';
/** These are written the same in Korean text (articles 40 and 45), where words may follow without a blank. */
const IN_TEXT = /^[+\-×÷=<>]$/;

/**
 * Korean words with formulas among them: those that the mathematics of the regulation settles go by it, the others are written as print
 * shows them, what is open marked. A formula among words has two blanks on either side.
 */
export function translateKoreanWithMath(print: PrintText, translate: Translate): BrailleText | BrailleRefusal {
  const formulas = formulasOf(print);
  if (formulas.length === 0) return translateMathAsPrint(print, translate);
  const groups: CellGroup[] = [];
  let done = 0;
  for (const { start, end, nodes } of [...formulas, endOf(print)]) {
    const words = translateMathAsPrint(cutPrint(print, { start: done, end: start, withMath: true }), translate);
    if (isRefusal(words)) return words;
    groups.push(...words.groups.map((group) => ({ ...group, start: group.start + done, end: group.end + done })));
    if (nodes.length > 0) {
      groups.push(...blanksBeside(print.text[start - 1], start, /[([{“‘「『《〈]/));
      groups.push(...writeKoreanMath(nodes, start));
      groups.push(...blanksBeside(print.text[end], end, /[)\]}”’」』》〉.,?!;:…]/));
    }
    done = end;
  }
  return { cells: groups.map(({ cells }) => cells).join(''), groups };
}

const endOf = ({ text }: PrintText): Formula => ({ start: text.length, end: text.length, nodes: [] });

function formulasOf({ text, spans = [] }: PrintText): Formula[] {
  const formulas: Formula[] = [];
  for (const span of spans.toSorted((one, other) => one.start - other.start)) {
    if (!span.math || span.start < (formulas.at(-1)?.end ?? 0)) continue;
    const nodes = parseLatex(text.slice(span.start, span.end));
    const isPlain = nodes.every((node) => node.kind === 'NUMBER' || (node.kind === 'SIGN' && IN_TEXT.test(node.sign)));
    if (!isPlain && isKoreanMath(nodes)) formulas.push({ ...span, nodes });
  }
  return formulas;
}

/** Print's own blank counts as one of two; where print has none before or after a word, the articles in reach do not say. */
function blanksBeside(char: string | undefined, at: number, attached: RegExp): CellGroup[] {
  if (char === undefined || char === '\n' || attached.test(char)) return [];
  const blank = (undecided: CellGroup['undecided']): CellGroup => {
    return { cells: BLANK, start: at, end: at, rule: 'MATH_KO', glued: false, atLineEnd: null, undecided };
  };
  return /\s/.test(char) ? [blank(null)] : [blank('MATH_STRUCTURE'), blank('MATH_STRUCTURE')];
}
