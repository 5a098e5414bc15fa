import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { DrawingOf } from './drawings.ts';
import { followSpace } from './page-pictures.ts';
import type { Drawn } from './page-pictures.ts';
import type { PageText, Piece } from './page-text.ts';
import { toRows } from './rows.ts';
import type { Rule } from './rule.ts';
import { times } from './upright.ts';
import type { Matrix } from './upright.ts';

/** Shorter ones are strokes of a drawing or marks. */
const LENGTH_MIN = 8;
const SLANT_MAX = 0.7;
/** More lines are a drawing. */
const RULES_MAX = 2_000;
/** Letters may begin a little before where they seem to. */
const INSIDE_SHARE = 0.2;
/** Letters are not all as wide: a gap is looked for so many of them around a line. */
const SPLIT_CHARS_MAX = 4;
/** So many pages of a document are looked at. */
const LOOKS_MAX = 200;

/** Where more of so many lines have gaps, and none two of them, they are the columns of a page. */
const BROKEN_SHARE_MAX = 0.6;
const BROKEN_MIN = 2;
const COLUMN_ROWS_MIN = 20;

/** A page with the lines that are ruled on it, and its pieces by the cells they divide, where it may hold a table; others are not looked at. */
export function openRuleLook(drawingOf: DrawingOf): (page: PageText) => Promise<PageText> {
  let looks = 0;
  return async (page) => {
    if (looks >= LOOKS_MAX || !mayHoldTable(page)) return page;
    looks += 1;
    const drawing = await drawingOf(page.number);
    const found = drawing ? rulesIn(drawing, (written) => drawing.upright.matrix(written)) : [];
    const rules = found.sort((one, other) => one.at - other.at);
    return rules.length === 0
      ? page
      : { ...page, rules, pieces: page.pieces.flatMap((piece) => toCells(piece, rules)) };
  };
}

function mayHoldTable({ pieces }: PageText): boolean {
  const rows = toRows(pieces);
  const gaps = rows.map(({ segments }) => segments.length - 1);
  const broken = gaps.filter((count) => count > 0).length;
  const mayBeColumns = rows.length >= COLUMN_ROWS_MIN && broken > rows.length * BROKEN_SHARE_MAX;
  return broken >= BROKEN_MIN && (!mayBeColumns || gaps.some((count) => count > 1));
}

/** A piece by how many upright lines (from the left to the right) stand to its left: what lines divide is no one passage, however close it stands. */
function toCells(piece: Piece, rules: readonly Rule[]): Piece[] {
  const middle = piece.y + piece.size / 3;
  const inside = piece.size * INSIDE_SHARE;
  const own = rules.filter(({ isLevel, from, to }) => !isLevel && from <= middle && to >= middle);
  const first = own.find(({ at }) => at > piece.x + inside && at < piece.x + piece.width - inside);
  const [left, right] = (first && splitAt(piece, first.at)) ?? [piece];
  const cell = own.filter(({ at }) => at <= left.x + inside).length;
  return [{ ...left, cell }, ...(right ? toCells(right, rules) : [])];
}

/** What stands close together is one piece for pdf.js, with a space for the gap: the one nearest to a line is there. */
function splitAt(piece: Piece, x: number): [Piece, Piece] | undefined {
  const each = piece.width / piece.text.length;
  const place = (x - piece.x) / each;
  const spaces = [...piece.text.matchAll(/ /g)].map(({ index }) => index);
  const [space] = spaces.sort((one, other) => Math.abs(one - place) - Math.abs(other - place));
  if (space === undefined || Math.abs(space - place) > SPLIT_CHARS_MAX) return undefined;
  const right = piece.text.slice(space + 1);
  const start = Math.max(x, piece.x + (space + 1) * each);
  return [
    { ...piece, text: piece.text.slice(0, space), width: Math.min(x - piece.x, space * each) },
    { ...piece, text: right, x: start, width: Math.max(0, piece.x + piece.width - start) },
  ];
}

/** The straight lines of a drawing and the sides of its boxes. */
export function rulesIn(drawn: Drawn, seen: (written: Matrix) => Matrix): Rule[] {
  const rules: Rule[] = [];
  followSpace(drawn, (operator, args, space) => {
    if (operator !== OPS.constructPath || !Array.isArray(args) || args[0] === OPS.endPath) return;
    const numbers: unknown = (args[1] as readonly unknown[] | null)?.[0];
    if (!(numbers instanceof Float32Array) || rules.length > RULES_MAX) return;
    for (const [one, other] of sidesIn(numbers, seen(space))) {
      const [width, height] = [Math.abs(one.x - other.x), Math.abs(one.y - other.y)];
      if (Math.max(width, height) < LENGTH_MIN || Math.min(width, height) > SLANT_MAX) continue;
      const isLevel = width > height;
      const [from, to] = isLevel ? [one.x, other.x] : [one.y, other.y];
      rules.push({ isLevel, at: isLevel ? one.y : one.x, from: Math.min(from, to), to: Math.max(from, to) });
    }
  });
  return rules.length > RULES_MAX ? [] : rules;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The words of a path, which pdf.js has as numbers and does not export. */
const PATH = { moveTo: 0, lineTo: 1, curveTo: 2, quadraticCurveTo: 3, closePath: 4 } as const;
/** How many numbers follow each word of a path. */
const POINTS: Readonly<Record<number, number>> = {
  [PATH.moveTo]: 2,
  [PATH.lineTo]: 2,
  [PATH.curveTo]: 6,
  [PATH.quadraticCurveTo]: 4,
  [PATH.closePath]: 0,
};

function* sidesIn(path: Float32Array, space: Matrix): Generator<readonly [Point, Point]> {
  let [start, here]: [Point, Point] = [
    { x: 0, y: 0 },
    { x: 0, y: 0 },
  ];
  for (let at = 0; at < path.length;) {
    const word = path[at]!;
    const count = POINTS[word];
    if (count === undefined) return;
    const [x = 0, y = 0] = count === 0 ? [start.x, start.y] : placed(path, { at: at + count - 1, space });
    const there = { x, y };
    if (word === PATH.lineTo || word === PATH.closePath) yield [here, there];
    if (word === PATH.moveTo) start = there;
    here = there;
    at += 1 + count;
  }
}

const placed = (path: Float32Array, { at, space }: { readonly at: number; readonly space: Matrix }): number[] =>
  times(space, [1, 0, 0, 1, path[at] ?? 0, path[at + 1] ?? 0]).slice(4);
