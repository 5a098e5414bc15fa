export const BLANK = '⠀';

/** Print so far, and what it says about what comes next. */
export interface Reading {
  readonly cells: string;
  text: string;
  /** Of each unit of the text, the cell it came from. */
  readonly places: number[];
  at: number;
  afterNumber: boolean;
  doubleQuoteOpen: boolean;
  closeAt: number;
}

/** Which of several cells made which of several letters is taken to be as even as can be. */
export function take(reading: Reading, length: number, print: string): void {
  for (let unit = 0; unit < print.length; unit += 1)
    reading.places.push(reading.at + Math.floor((unit * length) / print.length));
  reading.at += length;
  reading.text += print;
}

export const isBlankAt = (cells: string, at: number): boolean =>
  at < 0 || at >= cells.length || cells[at] === BLANK || cells[at] === '\n';
