import type { BackTranslation, PageLine } from '@modu/engine-braille';

/** Lines that are read back as one. */
export interface ReadBackText {
  readonly cells: string;
  /** Of each line, the place after its last cell. */
  readonly ends: readonly number[];
}

const BLANK = '⠀';
const NUMBER_END = /⠼[⠁⠃⠉⠙⠑⠋⠛⠓⠊⠚⠂⠲]*$/;
const DIGIT = /^[⠁⠃⠉⠙⠑⠋⠛⠓⠊⠚]/;
const placeOf = (line: PageLine) => {
  const [first] = line.pieces;
  return first && first.block !== '' ? `${first.block}:${String(first.path)}` : undefined;
};

/** Gathers the lines of a page into texts: lines that go on with the same item or paragraph belong to one. */
export function readBackTexts(lines: readonly PageLine[]): ReadBackText[] {
  const texts: { cells: string; ends: number[] }[] = [];
  lines.forEach((line, at) => {
    const cells = line.cells.replaceAll(/^\u2800+|\u2800+$/g, '');
    const before = lines[at - 1];
    const last = texts.at(-1);
    const goesOn = before && last && placeOf(line) !== undefined && placeOf(line) === placeOf(before);
    if (!goesOn) return void texts.push({ cells, ends: [cells.length] });
    // Print has a blank between two words, and none inside one; braille has one where a letter would be a digit of the number before.
    const isInside =
      before.pieces.at(-1)?.end === line.pieces[0]?.start && !(NUMBER_END.test(last.cells) && DIGIT.test(cells));
    last.cells += `${isInside ? '' : BLANK}${cells}`;
    last.ends.push(last.cells.length);
  });
  return texts;
}

/** What was read back, line by line: print belongs to the line in which its cells begin. */
export function textsOfLines(
  { text, places }: Pick<BackTranslation, 'text' | 'places'>,
  ends: readonly number[],
): string[] {
  const said = ends.map(() => '');
  let line = 0;
  for (let unit = 0; unit < text.length; unit += 1) {
    while (line < ends.length - 1 && (places[unit] ?? 0) >= ends[line]!) line += 1;
    said[line] += text.charAt(unit);
  }
  return said.map((one) => one.trim());
}
