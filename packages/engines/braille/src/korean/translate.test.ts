import { describe, expect, it } from 'vitest';
import { isRefusal, type PrintText } from '../contract.ts';
import { CONTRACTION_ROWS } from './tables/contractions.ts';
import { LETTER_ROWS } from './tables/letters.ts';
import { describeRule } from './rules.ts';
import { type KoreanOptions, translateKorean } from './translate.ts';

const braille = (print: PrintText, options?: KoreanOptions) => {
  const answer = translateKorean(print, options);
  if (isRefusal(answer)) throw new Error(answer.message);
  return answer;
};

describe('Korean print in braille', () => {
  it.each([...LETTER_ROWS, ...CONTRACTION_ROWS])('%s: %s', (_article, text, cells) => {
    expect(braille({ text }).cells).toBe(cells);
  });

  it('says of every cell where it comes from and which article made it', () => {
    const { groups } = braille({ text: '강이' });
    expect(
      groups.map(({ cells, start, end, rule }) => [cells, start, end, describeRule(rule, '2024').article]),
    ).toEqual([
      ['⠫', 0, 1, '제13항'],
      ['⠶', 0, 1, '제3항'],
      ['⠕', 1, 2, '제6항'],
    ]);
  });

  it('knows what is written instead at the end of a line', () => {
    const { groups } = braille({ text: '바위와 서예' });
    expect(
      groups.filter(({ atLineEnd }) => atLineEnd !== null).map(({ cells, atLineEnd }) => [cells, atLineEnd]),
    ).toEqual([
      ['⠣', ''],
      ['⠤', ''],
    ]);
  });

  it('marks what the regulation leaves open', () => {
    expect(braille({ text: '나예' }).groups.some(({ undecided }) => undecided === 'CONTRACTION_BEFORE_YE')).toBe(true);
    expect(braille({ text: 'ㄱ' }, { edition: '2020' }).groups[0]).toMatchObject({
      cells: '⠿⠈',
      undecided: 'JAMO_POSITION',
    });
    expect(braille({ text: 'ㄱ' }, { edition: '2024' }).groups[0]).toMatchObject({ cells: '⠿⠁', undecided: null });
  });

  it('refuses half characters and spans outside the text', () => {
    expect(translateKorean({ text: '가\ud800나' })).toMatchObject({ refused: 'LONE_SURROGATE', at: 1 });
    expect(translateKorean({ text: '가', spans: [{ start: 0, end: 9 }] })).toMatchObject({
      refused: 'SPAN_OUT_OF_TEXT',
    });
  });

  it('answers a megabyte of combining marks with one group', () => {
    const { groups } = braille({ text: '\u0301'.repeat(1_000_000) });
    expect(groups).toHaveLength(1);
    expect(groups[0]).toMatchObject({ start: 0, end: 1_000_000, undecided: 'NO_SIGN' });
  });
});
