import type { BrailleRefusal, BrailleText, CellGroup, PrintSpan, PrintText } from '../contract.ts';
import { isRefusal } from '../contract.ts';
import type { MathNode } from './parse-latex.ts';
import { parseLatex } from './parse-latex.ts';

interface Piece {
  readonly print: string;
  readonly start: number;
  readonly end: number;
  /** More than a line of signs: how it is written is not settled here. */
  readonly isStructure: boolean;
}

/**
 * Formulas as print shows them in one line, for a code whose mathematics is not implemented: numbers, letters and signs go by the
 * code's own articles, what stands above, below or within one another is marked as undecided. Groups keep their places in LaTeX.
 */
export function translateMathAsPrint(
  print: PrintText,
  translate: (print: PrintText) => BrailleText | BrailleRefusal,
): BrailleText | BrailleRefusal {
  const formulas = (print.spans ?? []).filter(({ math }) => math).toSorted((one, other) => one.start - other.start);
  if (formulas.length === 0 || !formulas.some(({ start, end }) => /[\\^_{}]/.test(print.text.slice(start, end))))
    return translate(print);
  const pieces = piecesOf(print.text, formulas);
  const text = pieces.map((piece) => piece.print).join('');
  const spans = (print.spans ?? []).filter(({ math }) => !math).map((span) => moved(span, pieces));
  const answer = translate({ text, spans });
  if (isRefusal(answer)) return answer;
  const groups = answer.groups.map((group) => placed(group, pieces));
  return { cells: answer.cells, groups };
}

function piecesOf(text: string, formulas: readonly PrintSpan[]): Piece[] {
  const pieces: Piece[] = [];
  const plain = (start: number, end: number) => {
    for (let at = start; at < end; at += 1)
      pieces.push({ print: text[at] ?? '', start: at, end: at + 1, isStructure: false });
  };
  let done = 0;
  for (const { start, end } of formulas) {
    if (start < done) continue;
    plain(done, start);
    for (const node of parseLatex(text.slice(start, end))) pieces.push(...flat(node, start, false));
    done = end;
  }
  plain(done, text.length);
  return pieces;
}

function flat(node: MathNode, offset: number, isInside: boolean): Piece[] {
  const place = { start: node.start + offset, end: node.end + offset };
  const one = (print: string, isStructure: boolean): Piece => ({
    print,
    ...place,
    isStructure: isStructure || isInside,
  });
  const all = (nodes: readonly MathNode[]) => nodes.flatMap((inner) => flat(inner, offset, true));
  switch (node.kind) {
    case 'NUMBER':
    case 'WORD':
      return [one(node.text, false)];
    case 'SIGN':
      return [one(node.sign, false)];
    case 'FRACTION':
      return [...all(node.above), one('/', true), ...all(node.below)];
    case 'ROOT':
      return [...all(node.index), one('√', true), ...all(node.radicand)];
    case 'SCRIPT':
      return all(node.inner);
    case 'UNKNOWN':
      return [one(node.text, true)];
  }
}

/** Which piece a place in the new text belongs to. */
function pieceAt(pieces: readonly Piece[], place: number): Piece | undefined {
  let at = 0;
  for (const piece of pieces) {
    at += piece.print.length;
    if (place < at) return piece;
  }
  return pieces.at(-1);
}

function placed(group: CellGroup, pieces: readonly Piece[]): CellGroup {
  const first = pieceAt(pieces, group.start);
  const last = group.end > group.start ? pieceAt(pieces, group.end - 1) : undefined;
  if (!first) return group;
  const undecided = group.undecided ?? (first.isStructure || last?.isStructure ? 'MATH_STRUCTURE' : null);
  return { ...group, start: first.start, end: last ? last.end : first.start, undecided };
}

function moved(span: PrintSpan, pieces: readonly Piece[]): PrintSpan {
  let [at, start, end] = [0, -1, 0];
  for (const piece of pieces) {
    if (start < 0 && piece.start >= span.start) start = at;
    at += piece.print.length;
    if (piece.end <= span.end) end = at;
  }
  return { ...span, start: Math.max(0, start), end: Math.max(Math.max(0, start), end) };
}
