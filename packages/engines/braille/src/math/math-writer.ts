import type { CellGroup, Undecided } from '../contract.ts';
import type { MathNode } from './parse-latex.ts';

const BLANK = '⠀';
const LETTERS = '⠁⠃⠉⠙⠑⠋⠛⠓⠊⠚⠅⠇⠍⠝⠕⠏⠟⠗⠎⠞⠥⠧⠺⠭⠽⠵';
const GREEK_LETTERS: Readonly<Record<string, string>> = {
  ...{ α: '⠁', β: '⠃', γ: '⠛', δ: '⠙', ε: '⠑', ζ: '⠵', η: '⠱', θ: '⠹', ι: '⠊', κ: '⠅', λ: '⠇', μ: '⠍', ν: '⠝', ξ: '⠭' },
  ...{ ο: '⠕', π: '⠏', ρ: '⠗', σ: '⠎', τ: '⠞', υ: '⠥', φ: '⠋', χ: '⠯', ψ: '⠽', ω: '⠺' },
};

/** The cell of a Latin letter, whatever its case. */
export function latinCell(sign: string): string | undefined {
  return /^[A-Za-z]$/.test(sign) ? LETTERS[sign.toLowerCase().charCodeAt(0) - 97] : undefined;
}

/** The cell of a Greek letter, without the sign that says it is Greek. UEB and Nemeth have χ apart. */
export const greekCell = (sign: string): string | undefined => GREEK_LETTERS[sign.toLowerCase()];
export const isCapital = (sign: string): boolean => sign !== sign.toLowerCase();

const DIGITS = '⠚⠁⠃⠉⠙⠑⠋⠛⠓⠊';

/** A number behind the number sign, as UEB and Korean braille write it. */
export const numberCells = (text: string): string =>
  `⠼${[...text].map((char) => (char === '.' ? '⠲' : char === ',' ? '⠂' : (DIGITS[Number(char)] ?? ''))).join('')}`;

/** Gathers the cells of a formula. All of it stays on one line where it fits: a line may end at a blank only. */
export class MathWriter {
  readonly groups: CellGroup[] = [];
  readonly #rule: string;
  readonly #offset: number;

  constructor(rule: string, offset: number) {
    this.#rule = rule;
    this.#offset = offset;
  }

  write(cells: string, { start, end }: Pick<MathNode, 'start' | 'end'>, undecided: Undecided | null = null): void {
    if (cells === '') return;
    const before = this.groups.at(-1);
    this.groups.push({
      ...{ cells, start: start + this.#offset, end: end + this.#offset, rule: this.#rule },
      ...{ glued: before !== undefined && before.cells !== BLANK, atLineEnd: null, undecided },
    });
  }

  /** By another rule than the formula's. */
  writeBy(rule: string, cells: string, { start, end }: Pick<MathNode, 'start' | 'end'>): void {
    this.write(cells, { start, end });
    const last = this.groups.pop();
    if (last) this.groups.push({ ...last, rule });
  }

  blank(node: Pick<MathNode, 'start' | 'end'>): void {
    if (this.groups.length === 0 || this.groups.at(-1)?.cells === BLANK) return;
    this.groups.push({
      ...{ cells: BLANK, start: node.start + this.#offset, end: node.start + this.#offset, rule: this.#rule },
      ...{ glued: false, atLineEnd: null, undecided: null },
    });
  }

  endsBlank(): boolean {
    return this.groups.length === 0 || this.groups.at(-1)?.cells === BLANK;
  }
}
