import type { PrintSpan, Undecided } from '../contract.ts';
import type { GroupWriter } from './group-writer.ts';
import type { KoreanRule } from './rules.ts';

interface Sign {
  readonly at: number;
  readonly cells: string;
  readonly opens: boolean;
  readonly rule: KoreanRule;
  readonly undecided: Undecided | null;
}

/** Article 56: the first kind for marks over letters and underlining, the second for bold; print's other kinds take the third and fourth. */
const EMPHASIS = {
  EMPHASIS: ['⠠⠤', '⠤⠄', null],
  UNDERLINE: ['⠠⠤', '⠤⠄', null],
  BOLD: ['⠰⠤', '⠤⠆', null],
  ITALIC: ['⠐⠤', '⠤⠂', 'EMPHASIS_KIND'],
  STRIKE: ['⠈⠤', '⠤⠁', 'EMPHASIS_KIND'],
} as const;
const NOTE = '⠠⠄';

/** The signs that open and close emphasis and the transcriber's notes, in the order of their places. */
export function spanSigns(spans: readonly PrintSpan[]): SpanSigns {
  const signs: Sign[] = [];
  for (const { start, end, emphasis, note } of spans) {
    if (start >= end) continue;
    if (note) {
      signs.push({ at: start, cells: NOTE, opens: true, rule: 'TRANSCRIBER_NOTE', undecided: null });
      signs.push({ at: end, cells: NOTE, opens: false, rule: 'TRANSCRIBER_NOTE', undecided: null });
    }
    if (!emphasis) continue;
    const [open, close, undecided] = EMPHASIS[emphasis];
    signs.push({ at: start, cells: open, opens: true, rule: 'EMPHASIS', undecided });
    signs.push({ at: end, cells: close, opens: false, rule: 'EMPHASIS', undecided });
  }
  // What closes comes before what opens at the same place.
  signs.sort((one, other) => one.at - other.at || Number(one.opens) - Number(other.opens));
  return new SpanSigns(signs);
}

/** Writes each sign once its place is reached. */
export class SpanSigns {
  readonly #signs: readonly Sign[];
  #next = 0;

  constructor(signs: readonly Sign[]) {
    this.#signs = signs;
  }

  /** The place of the next sign, beyond every text when there is none. */
  get place(): number {
    return this.#signs[this.#next]?.at ?? Number.MAX_SAFE_INTEGER;
  }

  writeUpTo(place: number, at: number, out: GroupWriter): void {
    for (let sign = this.#signs[this.#next]; sign && sign.at <= place; sign = this.#signs[this.#next]) {
      this.#next += 1;
      out.write(sign.cells, at, at, sign.rule, { glued: !sign.opens, undecided: sign.undecided });
      if (sign.opens) out.glueNext();
    }
  }
}
