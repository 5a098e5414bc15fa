import { isRefusal } from './contract.ts';
import type { BrailleEdition } from './contract.ts';
import { UEB_ROWS } from './english/tables/ueb.ts';
import { backTranslateKorean } from './korean/back-translate.ts';
import { KOREAN_RULES } from './korean/rules.ts';
import { ALL_ROWS, TABLES } from './korean/tables/all-rows.ts';
import { MATH_ROWS } from './korean/tables/math.ts';
import { translateKorean } from './korean/translate.ts';
import type { Row } from './korean/tables/row.ts';
import { LouisClient } from './louis/louis-client.ts';

/** Articles of "한글 점자" in the revision of 2024. */
export const ARTICLES = 74;

export interface BrailleReport {
  readonly rows: number;
  /** Articles of 2024 that a rule implements and a row shows, and those that are missing. */
  readonly covered: readonly number[];
  readonly missing: readonly number[];
  /** Rules whose number in the revision of 2020 could be checked. */
  readonly numbered2020: number;
  /** Articles of 2020 that those are. */
  readonly articles2020: number;
  /** Rows of mathematics, and those that come out right. */
  readonly mathRows: number;
  readonly mathRight: number;
  readonly rules: number;
  readonly ownRight: number;
  /** Rows that a Korean table of liblouis writes the same. */
  readonly louisRight: Readonly<Record<string, number>>;
  /** The same, table by table, beside the own engine. */
  readonly tables: readonly TableReport[];
  readonly editions: Readonly<Record<BrailleEdition, EditionReport>>;
  /** Rows of UEB, and those that the engine writes as the rules say. */
  readonly uebRows: number;
  readonly uebRight: number;
  readonly uebSections: number;
}

export interface TableReport {
  readonly name: string;
  readonly rows: number;
  readonly own: number;
  readonly louis: Readonly<Record<string, number>>;
}

export interface EditionReport {
  /** Rules that wrote at least one cell of a row. */
  readonly rulesShown: number;
  /** Rows without an undecided mark, and how many of them are the same cells, and the same print, after the way back. */
  readonly decided: number;
  readonly stable: number;
  readonly samePrint: number;
}

const LOUIS_TABLES = ['ko-2006-g2', 'ko-g2'] as const;

const articleOf = (name: string): number => Number(/\d+/.exec(name)?.[0] ?? 0);

/** Counts what the own tables show: articles, rows that come out right here and in liblouis, and the way there and back. */
export async function reportBraille(): Promise<BrailleReport> {
  const shown = new Set([...SHOWN_BY_TESTS, ...ALL_ROWS.map(([article]) => articleOf(article))]);
  const rules = Object.values(KOREAN_RULES);
  const implemented = new Set<number>(rules.map((rule) => rule.y2024));
  const articles = Array.from({ length: ARTICLES }, (_, place) => place + 1);
  const tables = await reportTables();
  const covered = articles.filter(
    (article) => shown.has(article) && (implemented.has(article) || IN_OTHER_RULES.has(article)),
  );
  return {
    rows: ALL_ROWS.length,
    covered,
    missing: articles.filter((article) => !covered.includes(article)),
    numbered2020: rules.filter((rule) => rule.y2020 !== null).length,
    articles2020: new Set(rules.flatMap(({ y2020 }) => y2020 ?? [])).size,
    rules: rules.length,
    mathRows: MATH_ROWS.length,
    mathRight: MATH_ROWS.filter(([, latex, cells]) => formula(latex)?.cells === cells).length,
    ownRight: ALL_ROWS.filter(([, text, cells]) => forward(text)?.cells === cells).length,
    louisRight: Object.fromEntries(
      LOUIS_TABLES.map((name) => [name, tables.reduce((sum, { louis }) => sum + (louis[name] ?? 0), 0)]),
    ),
    tables,
    editions: { '2024': reportEdition('2024'), '2020': reportEdition('2020') },
    ...(await reportUeb()),
  };
}

/** Articles that say how others work together; their rows pass, their cells carry the other rule's name. */
const IN_OTHER_RULES: ReadonlySet<number> = new Set([31, 34, 35, 36, 74]);
/** Articles shown by tests: of spans, which rows of plain text can't show, and beside Chinese characters, which have no cells here. */
const SHOWN_BY_TESTS: readonly number[] = [23, 26, 56, 66];

function forward(text: string, edition: BrailleEdition = '2024') {
  const answer = translateKorean({ text }, { edition });
  return isRefusal(answer) ? undefined : answer;
}

function formula(text: string) {
  const answer = translateKorean({ text, spans: [{ start: 0, end: text.length, math: true }] });
  return isRefusal(answer) ? undefined : answer;
}

/** What print is read back from cells makes the same cells again, by the rules of the edition that wrote them. */
function reportEdition(edition: BrailleEdition): EditionReport {
  const answers = ALL_ROWS.map(([, text]) => ({ text, answer: forward(text, edition) }));
  const shown = new Set(answers.flatMap(({ answer }) => answer?.groups.map(({ rule }) => rule) ?? []));
  const decided = answers.filter(({ answer }) => answer?.groups.every((group) => group.undecided === null));
  const back = decided.map(({ text, answer }) => {
    const cells = answer?.cells ?? '';
    const read = backTranslateKorean(cells).text;
    return { isStable: forward(read, edition)?.cells === cells, isSame: read === text };
  });
  return {
    rulesShown: Object.keys(KOREAN_RULES).filter((rule) => shown.has(rule)).length,
    decided: decided.length,
    stable: back.filter(({ isStable }) => isStable).length,
    samePrint: back.filter(({ isSame }) => isSame).length,
  };
}

type Translate = (table: string, text: string) => Promise<string>;

async function withLouis<Answer>(count: (translate: Translate) => Promise<Answer>): Promise<Answer> {
  const client = new LouisClient();
  try {
    return await count(async (table, text) => {
      const answer = await client.ask({ kind: 'TRANSLATE', table: `${table}.ctb`, text, typeforms: null });
      return answer.cells;
    });
  } finally {
    await client.close();
  }
}

const reportTables = (): Promise<TableReport[]> =>
  withLouis(async (translate) => {
    const reports: TableReport[] = [];
    for (const [name, rows] of Object.entries(TABLES)) {
      const louis: Record<string, number> = {};
      for (const table of LOUIS_TABLES) louis[table] = await countRight(rows, (text) => translate(table, text));
      const own = rows.filter(([, text, cells]) => forward(text)?.cells === cells).length;
      reports.push({ name, rows: rows.length, own, louis });
    }
    return reports;
  });

async function countRight(rows: readonly Row[], translate: (text: string) => Promise<string>): Promise<number> {
  let right = 0;
  for (const [, text, cells] of rows) if ((await translate(text)) === cells) right += 1;
  return right;
}

const reportUeb = (): Promise<Pick<BrailleReport, 'uebRows' | 'uebRight' | 'uebSections'>> =>
  withLouis(async (translate) => ({
    uebRows: UEB_ROWS.length,
    uebSections: new Set(UEB_ROWS.map(({ section }) => section)).size,
    uebRight: await countRight(
      UEB_ROWS.map(({ section, print, cells }): Row => [section, print, cells]),
      (text) => translate('en-ueb-g2', text),
    ),
  }));
