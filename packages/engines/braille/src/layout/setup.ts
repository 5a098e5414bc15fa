import type { PageSetup } from '../pages.ts';

/** 40 cells by 25 lines, print pages at the top right, braille pages at the bottom right. */
export const DEFAULT_SETUP: PageSetup = {
  cellsPerLine: 40,
  linesPerPage: 25,
  pageNumbers: 'BOTTOM',
  printPageNumbers: true,
  runningHead: '',
  pagesPerVolume: 0,
  interpoint: false,
  contents: false,
  lineBreaks: 'SYLLABLE',
  tables: 'FIT',
  math: 'UEB',
};

export interface SetupRefusal {
  readonly refused: 'PAGE_SETUP';
  readonly message: string;
}

const LIMITS = { cellsPerLine: [10, 80], linesPerPage: [5, 60], pagesPerVolume: [0, 1000] } as const;

/** Fills a set-up with the defaults, or says which number can't be. */
export function parsePageSetup(asked: Partial<PageSetup>): PageSetup | SetupRefusal {
  const setup = { ...DEFAULT_SETUP, ...asked };
  for (const [name, [least, most]] of Object.entries(LIMITS)) {
    const value = setup[name as keyof typeof LIMITS];
    if (!Number.isInteger(value) || value < least || value > most) {
      return { refused: 'PAGE_SETUP', message: `${name} is a whole number from ${least} to ${most}.` };
    }
  }
  if (setup.runningHead.length > 200)
    return { refused: 'PAGE_SETUP', message: 'A running head has at most 200 characters.' };
  return setup;
}
