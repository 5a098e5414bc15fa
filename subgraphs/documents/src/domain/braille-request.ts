import { DEFAULT_SETUP } from '@modu/engine-braille';
import type { BrailleCode, PageSetup } from '@modu/engine-braille';
import { refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { isPlainText } from './plain-text.ts';
import { refuseKey } from './read-request.ts';

export interface BrailleInput {
  readonly documentId: string;
  readonly code?: string | null;
  readonly grade?: number | null;
  readonly cellsPerLine?: number | null;
  readonly linesPerPage?: number | null;
  readonly pageNumbers?: PageSetup['pageNumbers'] | null;
  readonly printPageNumbers?: boolean | null;
  readonly contents?: boolean | null;
  /** At the top of each page; by default the document's title. */
  readonly runningHead?: string | null;
  readonly interpoint?: boolean | null;
  readonly pagesPerVolume?: number | null;
  readonly lineBreaks?: PageSetup['lineBreaks'] | null;
  readonly tables?: PageSetup['tables'] | null;
  readonly math?: PageSetup['math'] | null;
  readonly idempotencyKey?: string | null;
}

const CELLS = { min: 12, max: 100 };
const LINES = { min: 5, max: 60 };
const VOLUME_PAGES_MAX = 1_000;
const RUNNING_HEAD_CHARS_MAX = 200;

const isWithin = (value: number, { min, max }: { min: number; max: number }) =>
  Number.isInteger(value) && value >= min && value <= max;
const invalid = (field: keyof BrailleInput, reason: string, params: Record<string, number> = {}) =>
  refuse('INVALID_INPUT', reason, { path: ['input', field], params });

/** What is wrong with a wish for braille, whatever the document. */
export function refuseBrailleInput(input: BrailleInput): Refusal | undefined {
  if (!isWithin(input.cellsPerLine ?? DEFAULT_SETUP.cellsPerLine, CELLS))
    return invalid('cellsPerLine', 'braille.cells', CELLS);
  if (!isWithin(input.linesPerPage ?? DEFAULT_SETUP.linesPerPage, LINES))
    return invalid('linesPerPage', 'braille.lines', LINES);
  const volume = { min: 0, max: VOLUME_PAGES_MAX };
  if (!isWithin(input.pagesPerVolume ?? 0, volume)) return invalid('pagesPerVolume', 'braille.volume', volume);
  const head = { max: RUNNING_HEAD_CHARS_MAX };
  if ((input.runningHead ?? '').length > head.max) return invalid('runningHead', 'braille.head', head);
  if (!isPlainText(input.runningHead ?? '')) return invalid('runningHead', 'text.characters');
  return refuseKey(input.idempotencyKey);
}

/** The code that is meant: the one that is named, else the document's language in the grade that is asked for. */
export function chooseCode(
  codes: readonly BrailleCode[],
  { code, grade }: BrailleInput,
  language: string,
): BrailleCode | Refusal {
  const inLanguage = codes.filter((one) => one.language.slice(0, 2) === language.slice(0, 2));
  const wanted = code
    ? codes.find(({ id }) => id === code)
    : (inLanguage.find((one) => grade !== null && grade !== undefined && one.grade === grade) ?? inLanguage[0]);
  if (!wanted) return refuse('ENGINE_UNAVAILABLE', 'braille.code', { path: ['input', 'code'] });
  const isOther = grade !== null && grade !== undefined && wanted.grade !== null && wanted.grade !== grade;
  return isOther ? invalid('grade', 'braille.grade') : wanted;
}

/** The pages that are asked for; the title of the document stands at their head unless something else is to. */
export function toSetup(input: BrailleInput, title: string): PageSetup {
  return {
    cellsPerLine: input.cellsPerLine ?? DEFAULT_SETUP.cellsPerLine,
    linesPerPage: input.linesPerPage ?? DEFAULT_SETUP.linesPerPage,
    pageNumbers: input.pageNumbers ?? DEFAULT_SETUP.pageNumbers,
    printPageNumbers: input.printPageNumbers ?? DEFAULT_SETUP.printPageNumbers,
    runningHead: (input.runningHead ?? title).trim(),
    pagesPerVolume: input.pagesPerVolume ?? DEFAULT_SETUP.pagesPerVolume,
    interpoint: input.interpoint ?? DEFAULT_SETUP.interpoint,
    contents: input.contents ?? DEFAULT_SETUP.contents,
    lineBreaks: input.lineBreaks ?? DEFAULT_SETUP.lineBreaks,
    tables: input.tables ?? DEFAULT_SETUP.tables,
    math: input.math ?? DEFAULT_SETUP.math,
  };
}
