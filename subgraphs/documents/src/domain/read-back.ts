import type { PageLine } from '@modu/engine-braille';

/** Lines that are read back as one: for each, the cells up to its end. */
export interface ReadBackText {
  /** The first line. */
  readonly from: number;
  readonly cells: readonly string[];
}

const BLANK = '⠀';
const placeOf = (line: PageLine) => {
  const [first] = line.pieces;
  return first && first.block !== '' ? `${first.block}:${String(first.path)}` : undefined;
};

/** Gathers the lines of a page into texts: lines that go on with the same item or paragraph belong to one. */
export function readBackTexts(lines: readonly PageLine[]): ReadBackText[] {
  const texts: { from: number; cells: string[] }[] = [];
  lines.forEach((line, at) => {
    const cells = line.cells.replaceAll(/^\u2800+|\u2800+$/g, '');
    const before = lines[at - 1];
    const last = texts.at(-1);
    const goesOn = before && last && placeOf(line) !== undefined && placeOf(line) === placeOf(before);
    if (!goesOn) return void texts.push({ from: at, cells: [cells] });
    // Print has a blank between two words, and none inside one.
    const isInside = before.pieces.at(-1)?.end === line.pieces[0]?.start;
    last.cells.push(`${last.cells.at(-1) ?? ''}${isInside ? '' : BLANK}${cells}`);
  });
  return texts;
}
