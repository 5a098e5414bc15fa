import type { CellGroup } from '../contract.ts';
import type { BraillePage, PageLine, PageSetup } from '../pages.ts';
import { fillLines } from './fill-lines.ts';
import { continuationLetter, numberCells } from './page-numbers.ts';

/** Lines of one block with how they hold together. */
export interface Chunk {
  readonly lines: readonly PageLine[];
  /** Blank lines before it, unless it begins a page. */
  readonly blankBefore: number;
  readonly blankAfter: number;
  /** A heading: at least two lines of what follows stand on the same page. */
  readonly keepNext: boolean;
  /** Stays on one page if it fits on one. */
  readonly whole: boolean;
  /** Print turns to this page here. */
  readonly printPage: string | null;
  /** What the contents list: where a heading stands. */
  readonly heading: { readonly level: number; readonly line: PageLine; readonly block: string } | null;
}

const BLANK_LINE: PageLine = { cells: '', pieces: [] };
const BLANK = '⠀';
/** Lines of a block that stand together at the foot and at the head of a page. */
const ORPHANS = 2;
const WIDOWS = 2;
/** Lines that are left where print turns: the dashed line and two of what follows. */
const TURN_ROOM = 3;

export interface PaginatorOptions {
  readonly setup: PageSetup;
  readonly runningHead: readonly CellGroup[];
  /** p for the pages of the contents, else empty. */
  readonly prefix: string;
  readonly firstNumber: number;
  readonly onHeading?: ((heading: NonNullable<Chunk['heading']>, label: string) => void) | undefined;
}

/** Puts chunks on pages, one page at a time: what has been turned over is handed out and forgotten. */
export class Paginator {
  readonly #options: PaginatorOptions;
  readonly #room: number;
  #lines: PageLine[] = [];
  #pending: Chunk[] = [];
  #printPage: string | null = null;
  #pagePrint: string | null = null;
  #printTurn = 0;
  #count = 0;
  #blankAfter = 0;

  constructor(options: PaginatorOptions) {
    this.#options = options;
    const { setup, runningHead } = options;
    const head = runningHead.length > 0 || setup.pageNumbers === 'TOP' || setup.printPageNumbers;
    this.#room = Math.max(3, setup.linesPerPage - (head ? 1 : 0) - (setup.pageNumbers === 'BOTTOM' ? 1 : 0));
  }

  *add(chunk: Chunk): Generator<BraillePage> {
    const isTurn = chunk.printPage !== null;
    // Where print turns below a heading, the heading still waits for what it heads.
    if ((chunk.keepNext || (isTurn && this.#pending.length > 0)) && this.#pending.length < 4) {
      this.#pending.push(chunk);
      return;
    }
    const total = isTurn ? 0 : this.#neededFor(chunk);
    if (this.#pending.length > 0 && total > this.#left() && total <= this.#room) yield* this.#turn();
    yield* this.#flush();
    yield* this.#give(chunk);
  }

  /** Lines for what is waiting and the beginning of what comes after it. */
  #neededFor(chunk: Chunk): number {
    const turns = this.#pending.filter(({ printPage }) => printPage !== null).length;
    const heads = this.#pending.reduce((sum, head) => sum + head.blankBefore + head.lines.length + head.blankAfter, 0);
    const first = Math.min(chunk.lines.length, chunk.whole ? chunk.lines.length : ORPHANS);
    return heads + turns + Math.max(chunk.blankBefore, 0) + (turns > 0 ? Math.max(first, TURN_ROOM - 1) : first);
  }

  *#give(chunk: Chunk): Generator<BraillePage> {
    if (chunk.printPage === null) yield* this.#put(chunk);
    else yield* this.#turnPrint(chunk);
  }

  *end(): Generator<BraillePage> {
    yield* this.#flush();
    if (this.#lines.length > 0) yield* this.#turn();
  }

  *#flush(): Generator<BraillePage> {
    const heads = this.#pending;
    this.#pending = [];
    for (const head of heads) yield* this.#give(head);
  }

  #left(): number {
    return this.#room - this.#lines.length;
  }

  *#put(chunk: Chunk): Generator<BraillePage> {
    const blank = this.#lines.length === 0 ? 0 : Math.max(chunk.blankBefore, this.#blankAfter);
    const count = chunk.lines.length;
    if (blank + count > this.#left() && this.#lines.length > 0) {
      if (chunk.whole && count <= this.#room) yield* this.#turn();
      else if (splitAt(count, this.#left() - blank) === 0) yield* this.#turn();
    }
    for (let line = 0; line < (this.#lines.length === 0 ? 0 : blank); line++) this.#lines.push(BLANK_LINE);
    if (chunk.heading) this.#options.onHeading?.(chunk.heading, this.#label());
    let rest = chunk.lines;
    while (rest.length > this.#left()) {
      const take = splitAt(rest.length, this.#left()) || Math.max(1, this.#left());
      this.#lines.push(...rest.slice(0, take));
      rest = rest.slice(take);
      yield* this.#turn();
    }
    this.#lines.push(...rest);
    this.#blankAfter = chunk.blankAfter;
  }

  /** Print turns: a dashed line with the new number, or only the number at the top where braille turns too. */
  *#turnPrint(chunk: Chunk): Generator<BraillePage> {
    const page = chunk.printPage;
    if (this.#options.setup.printPageNumbers && this.#lines.length > 0 && this.#left() < TURN_ROOM) yield* this.#turn();
    this.#printPage = page;
    this.#printTurn = 0;
    if (this.#lines.length === 0) this.#pagePrint = page;
    else if (this.#options.setup.printPageNumbers && page !== null) this.#lines.push(this.#printLine(page));
    this.#blankAfter = 0;
  }

  #printLine(page: string): PageLine {
    const number = numberCells(page);
    const width = this.#options.setup.cellsPerLine;
    return { cells: '⠤'.repeat(Math.max(0, width - number.length)) + number, pieces: [] };
  }

  #label(): string {
    return `${this.#options.prefix}${this.#options.firstNumber + this.#count}`;
  }

  *#turn(): Generator<BraillePage> {
    const { setup, runningHead } = this.#options;
    const label = numberCells(this.#label());
    const print = this.#pagePrint === null || !setup.printPageNumbers ? '' : numberCells(this.#pagePrint);
    const printCells = print === '' ? '' : continuationLetter(this.#printTurn) + print;
    const top = setup.pageNumbers === 'TOP';
    const head = { left: top ? printCells : '', middle: runningHead, right: top ? label : printCells };
    const lines = trimEnd(this.#lines);
    const body = Array.from({ length: this.#room }, (_, place) => lines[place] ?? BLANK_LINE);
    const all =
      this.#room < setup.linesPerPage - (setup.pageNumbers === 'BOTTOM' ? 1 : 0)
        ? [headLine(head, setup.cellsPerLine), ...body]
        : body;
    if (setup.pageNumbers === 'BOTTOM') all.push(headLine({ left: '', middle: [], right: label }, setup.cellsPerLine));
    this.#count += 1;
    this.#printTurn = this.#pagePrint === this.#printPage ? this.#printTurn + 1 : 1;
    const printPage = this.#pagePrint;
    this.#pagePrint = this.#printPage;
    this.#lines = [];
    this.#blankAfter = 0;
    yield { number: this.#options.firstNumber + this.#count - 1, volume: 1, printPage, lines: all };
  }
}

/** How many lines of `count` go on a page with `room` left, so that neither page keeps a single line; 0 for none. */
function splitAt(count: number, room: number): number {
  if (count <= room) return count;
  const take = Math.min(room, count - WIDOWS);
  return take >= ORPHANS ? take : 0;
}

const trimEnd = (lines: readonly PageLine[]): readonly PageLine[] => {
  let end = lines.length;
  while (end > 0 && lines[end - 1]?.cells === '') end -= 1;
  return lines.slice(0, end);
};

interface HeadParts {
  readonly left: string;
  readonly middle: readonly CellGroup[];
  readonly right: string;
}

/** The line at the head or foot of a page: numbers at the sides, the running head between them, as much of it as fits. */
function headLine(parts: HeadParts, width: number): PageLine {
  const room = width - Math.max(parts.left.length, parts.right.length) * 2 - 6;
  const shape = { width: room, first: 0, runOver: 0, lineBreaks: 'SYLLABLE' } as const;
  const [line] = room > 2 ? fillLines(parts.middle, shape, { block: '', path: [] }) : [];
  const middle = line?.cells ?? '';
  const start = Math.max(0, Math.floor((width - middle.length) / 2));
  let cells = parts.left;
  if (middle !== '') cells = cells.padEnd(start, BLANK) + middle;
  if (parts.right !== '') cells = cells.padEnd(width - parts.right.length, BLANK) + parts.right;
  return { cells, pieces: [] };
}
