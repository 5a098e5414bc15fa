const DIGITS = '⠚⠁⠃⠉⠙⠑⠋⠛⠓⠊';
const LETTERS = '⠁⠃⠉⠙⠑⠋⠛⠓⠊⠚⠅⠇⠍⠝⠕⠏⠟⠗⠎⠞⠥⠧⠺⠭⠽⠵';

/** A page number in cells: digits after ⠼, Roman letters as they are (for v, xii, p1). */
export function numberCells(label: string): string {
  let cells = '';
  let inNumber = false;
  for (const char of label.toLowerCase()) {
    const digit = char >= '0' && char <= '9';
    const letter = char >= 'a' && char <= 'z';
    if (digit && !inNumber) cells += '⠼';
    if (letter && inNumber && char <= 'j') cells += '⠰';
    inNumber = digit;
    if (digit) cells += DIGITS[Number(char)] ?? '';
    else if (letter) cells += LETTERS[char.charCodeAt(0) - 97] ?? '';
    else if (char === '-') cells += '⠤';
  }
  return cells;
}

/** The letter that a print page takes where it goes on over further braille pages: none, a, b, … (BANA Formats 1.10). */
export const continuationLetter = (turn: number): string => (turn <= 0 ? '' : (LETTERS[(turn - 1) % 26] ?? ''));
