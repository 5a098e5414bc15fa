import { describe, expect, it } from 'vitest';
import type { PrintText } from '../contract.ts';
import { isRefusal } from '../contract.ts';
import { describeRule } from '../korean/rules.ts';
import { MATH_ROWS } from '../korean/tables/math.ts';
import { translateKorean } from '../korean/translate.ts';

const formula = (text: string): PrintText => ({ text, spans: [{ start: 0, end: text.length, math: true }] });
function forward(print: PrintText) {
  const answer = translateKorean(print);
  if (isRefusal(answer)) throw new Error(answer.message);
  return answer;
}

/** `before` and `after` are words, `latex` a formula between them. */
function among(before: string, latex: string, after: string) {
  const [start, end] = [before.length, before.length + latex.length];
  return forward({ text: `${before}${latex}${after}`, spans: [{ start, end, math: true }] });
}

describe('Korean mathematics', () => {
  it.each(MATH_ROWS)('%s: %s', (article, latex, cells) => {
    const answer = forward(formula(latex));
    expect(answer.cells).toBe(cells);
    expect(answer.groups.every(({ undecided }) => undecided === null)).toBe(true);
    const articles = answer.groups.map(({ rule }) => describeRule(rule, '2024').article);
    expect(articles).toContain(article);
  });

  it('stands between two blanks on either side among words, and leads back to its LaTeX', () => {
    const { cells, groups } = among('해는 ', 'x=-\\frac{1}{3}', ' 이다.');
    expect(cells).toBe('⠚⠗⠉⠵⠀⠀⠭⠒⠒⠔⠼⠉⠌⠼⠁⠀⠀⠕⠊⠲');
    expect(groups.map((group) => group.cells).join('')).toBe(cells);
    const math = groups.filter(({ rule }) => /^MATH_KO_/.test(rule));
    expect(math.every(({ start, end }) => start >= 3 && end <= 17)).toBe(true);
    expect(groups.at(-1)).toMatchObject({ start: 20, end: 21, undecided: null });
  });

  it('beside a word without a blank is marked: how it is told apart there is not settled', () => {
    const { groups } = among('', 'x^2', '은 양수이다.');
    expect(groups.filter(({ undecided }) => undecided === 'MATH_STRUCTURE').map(({ cells }) => cells)).toEqual([
      '⠀',
      '⠀',
    ]);
    expect(among('(', 'x^2', ')').groups.every(({ undecided }) => undecided === null)).toBe(true);
  });

  it.each(['\\sin x', 'x_1^2', '\\frac{dy}{dx}', 'ABC', '{}^2x', '\\begin{matrix}1\\end{matrix}', 'x!', '\\int x'])(
    'that is not implemented is written as print shows it and marked: %s',
    (latex) => {
      const { groups } = among('값은 ', latex, ' 이다.');
      expect(groups.some(({ rule }) => rule.startsWith('MATH_KO'))).toBe(false);
      expect(groups.at(-1)).toMatchObject({ end: `값은 ${latex} 이다.`.length });
    },
  );

  it('takes several formulas in one text, understood and not', () => {
    const text = 'x^2 또는 \\sin y 또는 \\sqrt{z}';
    const spans = [
      { start: 0, end: 3, math: true },
      { start: 7, end: 13, math: true },
      { start: 17, end: text.length, math: true },
    ];
    const { cells, groups } = forward({ text, spans });
    expect(cells.startsWith('⠭⠘⠼⠃⠀⠀')).toBe(true);
    expect(cells.endsWith('⠀⠀⠜⠵')).toBe(true);
    expect(groups.every(({ start, end }) => start >= 0 && end <= text.length && start <= end)).toBe(true);
  });
});
