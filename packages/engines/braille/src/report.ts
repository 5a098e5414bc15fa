import { isRefusal } from './contract.ts';
import { backTranslateKorean } from './korean/back-translate.ts';
import { KOREAN_RULES } from './korean/rules.ts';
import { ALL_ROWS } from './korean/tables/all-rows.ts';
import { MATH_ROWS } from './korean/tables/math.ts';
import { translateKorean } from './korean/translate.ts';
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
  /** Rows without an undecided mark, and how many of them are the same cells, and the same print, after the way back. */
  readonly decided: number;
  readonly stable: number;
  readonly samePrint: number;
}

const articleOf = (name: string): number => Number(/\d+/.exec(name)?.[0] ?? 0);

/** Counts what the own tables show: articles, rows that come out right here and in liblouis, and the way there and back. */
export async function reportBraille(): Promise<BrailleReport> {
  const shown = new Set([...SHOWN_BY_TESTS, ...ALL_ROWS.map(([article]) => articleOf(article))]);
  const rules = Object.values(KOREAN_RULES);
  const implemented = new Set<number>(rules.map((rule) => rule.y2024));
  const articles = Array.from({ length: ARTICLES }, (_, place) => place + 1);
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
    louisRight: { 'ko-2006-g2': await louisRight('ko-2006-g2.ctb'), 'ko-g2': await louisRight('ko-g2.ctb') },
    ...wayBack(),
  };
}

/** Articles that say how others work together; their rows pass, their cells carry the other rule's name. */
const IN_OTHER_RULES: ReadonlySet<number> = new Set([31, 34, 35, 36, 74]);
/** Articles shown by tests: of spans, which rows of plain text can't show, and beside Chinese characters, which have no cells here. */
const SHOWN_BY_TESTS: readonly number[] = [23, 26, 56, 66];

function forward(text: string) {
  const answer = translateKorean({ text });
  return isRefusal(answer) ? undefined : answer;
}

function formula(text: string) {
  const answer = translateKorean({ text, spans: [{ start: 0, end: text.length, math: true }] });
  return isRefusal(answer) ? undefined : answer;
}

function wayBack(): Pick<BrailleReport, 'decided' | 'stable' | 'samePrint'> {
  const decided = ALL_ROWS.filter(([, text]) => forward(text)?.groups.every((group) => group.undecided === null));
  const back = decided.map(([, text]) => [text, backTranslateKorean(forward(text)?.cells ?? '')] as const);
  return {
    decided: decided.length,
    stable: back.filter(([, { readShare }]) => readShare === 1).length,
    samePrint: back.filter(([text, answer]) => answer.text === text).length,
  };
}

async function louisRight(table: string): Promise<number> {
  const client = new LouisClient();
  try {
    let right = 0;
    for (const [, text, cells] of ALL_ROWS) {
      const answer = await client.ask({ kind: 'TRANSLATE', table, text, typeforms: null });
      if (answer.cells === cells) right += 1;
    }
    return right;
  } finally {
    await client.close();
  }
}
