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

/** Writes each sign once its place is reached; places that are asked for are those of the normalized text. */
export class SpanSigns {
  readonly #signs: readonly Sign[];
  readonly #places: ReadonlySet<number>;
  #next = 0;
  #depth = 0;

  constructor(signs: readonly Sign[]) {
    this.#signs = signs;
    this.#places = new Set(signs.map(({ at }) => at));
  }

  /** How many spans are open. */
  get depth(): number {
    return this.#depth;
  }

  writeUpTo(at: number, out: GroupWriter): void {
    const place = out.placeOf(at);
    this.#write(at, out, (sign) => sign.at <= place);
  }

  writeRest(at: number, out: GroupWriter): void {
    this.#write(at, out, () => true);
  }

  /** Between Roman letters UEB has signs of its own for emphasis: whose stand there, article 56 does not say. */
  writeInRoman(at: number, out: GroupWriter): void {
    const place = out.placeOf(at);
    this.#write(at, out, (sign) => sign.at <= place, 'EMPHASIS_KIND');
  }

  /** Closes at the end of a Roman passage what opened inside it. */
  closeTo(depth: number, at: number, out: GroupWriter): void {
    const place = out.placeOf(at);
    const closes = (sign: Sign) => sign.at <= place && !sign.opens && this.#depth > depth;
    this.#write(at, out, closes, 'EMPHASIS_KIND');
  }

  /** Places inside a stretch where signs stand, counted from its beginning. */
  cutsIn(start: number, end: number, out: GroupWriter): ReadonlySet<number> {
    const cuts = new Set<number>();
    if (this.#next === this.#signs.length) return cuts;
    for (let at = start + 1; at < end; at++) if (this.#places.has(out.placeOf(at))) cuts.add(at - start);
    return cuts;
  }

  #write(at: number, out: GroupWriter, isDue: (sign: Sign) => boolean, open: Undecided | null = null): void {
    for (let sign = this.#signs[this.#next]; sign && isDue(sign); sign = this.#signs[this.#next]) {
      this.#next += 1;
      this.#depth += sign.opens ? 1 : -1;
      const undecided = sign.undecided ?? (sign.rule === 'EMPHASIS' ? open : null);
      out.write(sign.cells, at, at, sign.rule, { glued: !sign.opens, undecided });
      if (sign.opens) out.glueNext();
    }
  }
}
