import type { CellGroup } from '../contract.ts';
import type { LinePiece, PageLine } from '../pages.ts';
import { type Atom, atomsOf, type Origin, pieceOf } from './measured-text.ts';

export interface FillShape {
  readonly width: number;
  /** Blanks before the first line, and before those that run over. */
  readonly first: number;
  readonly runOver: number;
  readonly lineBreaks: 'SYLLABLE' | 'WORD';
}

const BLANK = '⠀';

/** A text in lines of at most `width` cells. Nothing is cut inside an atom unless the atom is longer than a line. */
export function fillLines(groups: readonly CellGroup[], shape: FillShape, origin: Origin): PageLine[] {
  const lines = new LineBuilder(shape, origin);
  const atoms = atomsOf(groups, shape.lineBreaks === 'WORD');
  for (const atom of atoms) lines.add(atom);
  return lines.finish();
}

class LineBuilder {
  readonly #shape: FillShape;
  readonly #origin: Origin;
  readonly #lines: PageLine[] = [];
  #atoms: Atom[] = [];
  #width: number;

  constructor(shape: FillShape, origin: Origin) {
    this.#shape = shape;
    this.#origin = origin;
    this.#width = shape.first;
  }

  add(atom: Atom): void {
    if (atom.newline) {
      this.#breakLine();
    } else if (atom.blank) {
      // A blank that begins a line is dropped; one that ends it is trimmed when the line is written.
      if (this.#atoms.length > 0) this.#put(atom);
    } else {
      this.#place(atom);
    }
  }

  finish(): PageLine[] {
    if (this.#atoms.length > 0) this.#breakLine();
    return this.#lines;
  }

  #place(atom: Atom): void {
    const room = this.#shape.width - this.#width;
    if (atom.width <= room) {
      this.#put(atom);
    } else if (atom.endWidth <= room && atom.endWidth < atom.width) {
      // Fits only in the form that the end of a line allows.
      this.#put(atom);
      this.#breakLine();
    } else if (this.#isEmpty()) {
      this.#cut(atom);
    } else {
      this.#breakLine();
      this.#place(atom);
    }
  }

  #isEmpty(): boolean {
    return this.#atoms.every((atom) => atom.blank);
  }

  #put(atom: Atom): void {
    this.#atoms.push(atom);
    this.#width += atom.width;
  }

  /** Ends the line; an atom whose form at the end of a line is too long goes over to the next one. */
  #breakLine(): void {
    while (this.#atoms.at(-1)?.blank) this.#width -= this.#atoms.pop()?.width ?? 0;
    const last = this.#atoms.at(-1);
    const over =
      last !== undefined && this.#width - last.width + last.endWidth > this.#shape.width && this.#atoms.length > 1;
    if (over) this.#atoms.pop();
    this.#write(true);
    if (over) this.#put(last);
  }

  #write(atLineEnd: boolean): void {
    let cells = BLANK.repeat(this.#indent());
    const pieces: LinePiece[] = [];
    this.#atoms.forEach((atom, place) => {
      const isLast = atLineEnd && place === this.#atoms.length - 1;
      atom.groups.forEach((group, index) => {
        const ends = isLast && index === atom.groups.length - 1;
        const written = ends ? (group.atLineEnd ?? group.cells) : group.cells;
        if (written !== '') pieces.push(pieceOf(group, cells.length, written.length, this.#origin));
        cells += written;
      });
    });
    this.#lines.push({ cells: this.#atoms.length > 0 ? cells : '', pieces });
    this.#atoms = [];
    this.#width = this.#shape.runOver;
  }

  #indent(): number {
    return this.#lines.length === 0 ? this.#shape.first : this.#shape.runOver;
  }

  /** An atom longer than a line is cut where the line ends. */
  #cut(atom: Atom): void {
    for (const group of atom.groups) {
      let rest = group;
      while (rest.cells.length > this.#shape.width - this.#width) {
        const room = Math.max(1, this.#shape.width - this.#width);
        if (this.#shape.width - this.#width > 0)
          this.#put(single({ ...rest, cells: rest.cells.slice(0, room), atLineEnd: null }));
        this.#write(false);
        if (this.#shape.width - this.#width <= 0) break;
        rest = { ...rest, cells: rest.cells.slice(room) };
      }
      if (rest.cells !== '') this.#put(single(rest));
    }
  }
}

const single = (group: CellGroup): Atom => ({
  groups: [group],
  width: group.cells.length,
  endWidth: group.atLineEnd === null ? group.cells.length : group.atLineEnd.length,
  blank: false,
  newline: false,
});
