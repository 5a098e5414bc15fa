import type { BrailleText, CellGroup, Undecided } from '../contract.ts';
import type { KoreanRule } from './rules.ts';

/** What a group may say beside its cells and its rule. */
export interface GroupNotes {
  readonly glued?: boolean;
  readonly atLineEnd?: string | null;
  readonly undecided?: Undecided | null;
}

const BLANK = '⠀';

/** Gathers groups in order. Every group has the same fields in the same order, which keeps a million of them cheap. */
export class GroupWriter {
  readonly groups: CellGroup[] = [];
  /** The next group may not begin a line (after an opening bracket, a sign that announces what follows, …). */
  #glueNext = false;
  readonly #places: Uint32Array | null;

  /** `places` leads from the units that the writers see back to the source; null where they are the same. */
  constructor(places: Uint32Array | null) {
    this.#places = places;
  }

  /** Where a unit that the writers see was in the source. */
  placeOf(at: number): number {
    return this.#places?.[at] ?? at;
  }

  write(cells: string, start: number, end: number, rule: KoreanRule, notes?: GroupNotes): void {
    const glued = this.#glueNext || notes?.glued === true;
    this.#glueNext = false;
    this.groups.push({
      cells,
      start: this.placeOf(start),
      end: this.placeOf(end),
      rule,
      glued,
      atLineEnd: notes?.atLineEnd ?? null,
      undecided: notes?.undecided ?? null,
    });
  }

  /** What comes next stays on the same line. */
  glueNext(): void {
    this.#glueNext = true;
  }

  /** A blank that braille adds where print has none, unless there is one already. */
  space(at: number, rule: KoreanRule, undecided: Undecided | null = null): void {
    if (this.endsBlank()) return;
    this.#glueNext = false;
    this.write(BLANK, at, at, rule, { undecided });
  }

  /** Whether nothing, a blank or a line feed was written last. */
  endsBlank(): boolean {
    const last = this.groups.at(-1);
    return last === undefined || last.cells === '' || last.cells === '\n' || last.cells.endsWith(BLANK);
  }

  text(): BrailleText {
    let cells = '';
    for (const group of this.groups) cells += group.cells;
    return { cells, groups: this.groups };
  }
}
