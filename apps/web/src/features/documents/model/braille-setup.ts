import { fieldOfNumber, numberOfField } from '../../../lib/drafts/index.ts';
import type { BrailleDocumentInput } from '../../../lib/graph/generated/graphql.ts';

/** How pages are set up, as somebody wants it. */
export type Layout = Required<
  Pick<
    BrailleDocumentInput,
    | 'contents'
    | 'interpoint'
    | 'math'
    | 'lineBreaks'
    | 'pageNumbers'
    | 'pagesPerVolume'
    | 'printPageNumbers'
    | 'runningHead'
    | 'tables'
  >
>;

/** How a document is to be written in braille; a number that was taken out of its field is null. */
export interface BrailleSetup {
  readonly code: string;
  readonly cells: number | null;
  readonly lines: number | null;
  readonly layout: Layout;
}

export const CELLS = { value: 40, min: 12, max: 100 };
export const LINES = { value: 25, min: 5, max: 60 };

export const PAGE_NUMBERS = ['TOP', 'BOTTOM', 'NONE'] as const;
export const TABLES = ['FIT', 'COLUMNS', 'LISTED', 'STAIRS'] as const;
export const LINE_BREAKS = ['SYLLABLE', 'WORD'] as const;
export const FORMULAS = ['UEB', 'NEMETH'] as const;

const layoutOf = (title: string): Layout => ({
  ...{ contents: false, interpoint: false, lineBreaks: 'SYLLABLE', pageNumbers: 'BOTTOM', pagesPerVolume: 0 },
  ...{ printPageNumbers: true, runningHead: title, tables: 'FIT', math: 'UEB' },
});

/** What is right for most: of a document with this title, in this code. */
export const setupOf = ({ title, code }: { title: string; code: string }): BrailleSetup => ({
  ...{ code, cells: CELLS.value, lines: LINES.value, layout: layoutOf(title) },
});

/** A setup as a form keeps it, field by field. */
export const fieldsOfSetup = ({ code, cells, lines, layout }: BrailleSetup) => ({
  code,
  cells: fieldOfNumber(cells),
  lines: fieldOfNumber(lines),
  contents: String(layout.contents),
  interpoint: String(layout.interpoint),
  lineBreaks: String(layout.lineBreaks),
  math: String(layout.math),
  pageNumbers: String(layout.pageNumbers),
  pagesPerVolume: String(layout.pagesPerVolume),
  printPageNumbers: String(layout.printPageNumbers),
  runningHead: layout.runningHead ?? '',
  tables: String(layout.tables),
});

/** What was kept of a setup; a choice there is none of, any more, is the first of its kind. */
export const setupFrom = (fields: ReturnType<typeof fieldsOfSetup>): BrailleSetup => ({
  code: fields.code,
  cells: numberOfField(fields.cells),
  lines: numberOfField(fields.lines),
  layout: {
    contents: fields.contents === 'true',
    interpoint: fields.interpoint === 'true',
    lineBreaks: oneOf(LINE_BREAKS, fields.lineBreaks),
    math: oneOf(FORMULAS, fields.math),
    pageNumbers: oneOf(PAGE_NUMBERS, fields.pageNumbers),
    pagesPerVolume: numberOfField(fields.pagesPerVolume) ?? 0,
    printPageNumbers: fields.printPageNumbers === 'true',
    runningHead: fields.runningHead,
    tables: oneOf(TABLES, fields.tables),
  },
});

const oneOf = <T extends string>(choices: readonly [T, ...T[]], kept: string): T =>
  choices.find((choice) => choice === kept) ?? choices[0];
