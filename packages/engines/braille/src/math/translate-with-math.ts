import type { MathCode } from '../codes.ts';
import type { BrailleRefusal, BrailleText, CellGroup, PrintSpan, PrintText } from '../contract.ts';
import { isRefusal } from '../contract.ts';
import { refuseText } from '../refuse-text.ts';
import { writeNemeth } from './nemeth.ts';
import { parseLatex } from './parse-latex.ts';
import { writeUebMath } from './ueb-math.ts';

type Translate = (print: PrintText) => Promise<BrailleText | BrailleRefusal>;

/** Words go through `translate`, formulas through our own writers; each group keeps its place in the whole text. */
export async function translateWithMath(
  print: PrintText,
  math: MathCode,
  translate: Translate,
): Promise<BrailleText | BrailleRefusal> {
  const formulas = (print.spans ?? []).filter((span) => span.math).toSorted((one, other) => one.start - other.start);
  if (formulas.length === 0) return translate(print);
  const refusal = refuseText(print);
  if (refusal) return refusal;
  const groups: CellGroup[] = [];
  let done = 0;
  for (const { start, end } of [...formulas, { start: print.text.length, end: print.text.length }]) {
    if (start < done) continue;
    const words = await translate(cutPrint(print, { start: done, end: start }));
    if (isRefusal(words)) return words;
    groups.push(...words.groups.map((group) => ({ ...group, start: group.start + done, end: group.end + done })));
    const nodes = parseLatex(print.text.slice(start, end));
    groups.push(...(math === 'NEMETH' ? writeNemeth(nodes, start) : writeUebMath(nodes, start)));
    done = end;
  }
  return { cells: groups.map(({ cells }) => cells).join(''), groups };
}

interface Cut {
  readonly start: number;
  readonly end: number;
  /** Keeps the formulas that lie in it. */
  readonly withMath?: boolean;
}

/** A stretch of a text with its spans. */
export function cutPrint({ text, spans = [] }: PrintText, { start, end, withMath = false }: Cut): PrintText {
  const within = spans.flatMap((span): PrintSpan[] => {
    const [from, to] = [Math.max(start, span.start) - start, Math.min(end, span.end) - start];
    return to > from && (withMath || !span.math) ? [{ ...span, start: from, end: to }] : [];
  });
  return { text: text.slice(start, end), spans: within };
}
