import { describe, expect, it } from 'vitest';
import { isRefusal, type PrintText } from '../contract.ts';
import { ALL_ROWS } from './tables/all-rows.ts';
import { describeRule } from './rules.ts';
import { type KoreanOptions, translateKorean } from './translate.ts';

const braille = (print: PrintText, options?: KoreanOptions) => {
  const answer = translateKorean(print, options);
  if (isRefusal(answer)) throw new Error(answer.message);
  return answer;
};

describe('Korean print in braille', () => {
  it.each(ALL_ROWS)('%s: %s', (_article, text, cells) => {
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

  it.each([
    ['그래서⋯⋯ 갔다.', '그래서…… 갔다.'],
    ['CD‑ROM을 넣는다.', 'CD-ROM을 넣는다.'],
  ])('writes signs that look alike alike: %s', (text, usual) => {
    const cells = (one: string) => {
      const made = braille({ text: one });
      return [made.cells, made.groups.map(({ undecided }) => undecided)];
    };
    expect(cells(text)).toEqual(cells(usual));
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

  it('signs emphasis and the notes that the transcriber put in', () => {
    const text = '이것은 큰 글자';
    expect(braille({ text, spans: [{ start: 4, end: 5, emphasis: 'BOLD' }] }).cells).toBe('⠕⠸⠎⠵⠀⠰⠤⠋⠵⠤⠆⠀⠈⠮⠨');
    expect(braille({ text: '수도', spans: [{ start: 0, end: 2, emphasis: 'EMPHASIS' }] }).cells).toBe('⠠⠤⠠⠍⠊⠥⠤⠄');
    expect(braille({ text: '주', spans: [{ start: 0, end: 1, note: true }] }).cells).toBe('⠠⠄⠨⠍⠠⠄');
  });

  it('signs emphasis where it begins and ends inside a Roman passage, and leaves open whose signs stand there', () => {
    const text = 'very important person입니다';
    const signs = (start: number, end: number) =>
      braille({ text, spans: [{ start, end, emphasis: 'BOLD' }] }).groups.filter(({ rule }) => rule === 'EMPHASIS');

    expect(braille({ text, spans: [{ start: 5, end: 14, emphasis: 'BOLD' }] }).cells).toBe(
      '⠴⠧⠻⠽⠀⠰⠤⠊⠍⠏⠕⠗⠞⠁⠝⠞⠤⠆⠀⠏⠻⠎⠕⠝⠲⠕⠃⠉⠕⠊',
    );
    expect(signs(5, 14).map(({ start, undecided }) => [start, undecided])).toEqual([
      [5, 'EMPHASIS_KIND'],
      [14, 'EMPHASIS_KIND'],
    ]);
    expect(signs(7, 11).map(({ start }) => start)).toEqual([7, 11]);
    // What opened inside closes inside; what holds the whole passage stands round its signs.
    expect(braille({ text: 'a bus', spans: [{ start: 2, end: 5, emphasis: 'BOLD' }] }).cells).toBe('⠴⠁⠀⠰⠤⠃⠥⠎⠤⠆⠲');
    expect(braille({ text: 'bus', spans: [{ start: 0, end: 3, emphasis: 'BOLD' }] }).cells).toBe('⠰⠤⠴⠃⠥⠎⠲⠤⠆');
  });

  it('leaves open what no example of an address shows', () => {
    const open = (text: string) => braille({ text }).groups.filter(({ undecided }) => undecided === 'ADDRESS_SIGN');

    expect(open('https://x.kr/watch?v=a1&t=2').map(({ start }) => start)).toEqual([18, 20, 25]);
    expect(open('https://x.kr/wiki/한국').map(({ rule }) => rule)).toEqual(['ROMAN_END']);
    expect(open('https://www.korean.go.kr')).toEqual([]);
    expect(open('https://x.kr/2024/에서')).toHaveLength(1);
  });

  it.each([
    ['± 3', '⠢⠔⠀⠼⠉'],
    ['● 항목', '⠸⠴⠀⠚⠶⠑⠭'],
    ['■ 항목', '⠸⠶⠀⠚⠶⠑⠭'],
    ['▪ 항목', '⠸⠶⠀⠚⠶⠑⠭'],
    ['★ 항목', '⠸⠲⠀⠚⠶⠑⠭'],
    ['☆ 항목', '⠸⠲⠀⠚⠶⠑⠭'],
    ['◇ 항목', '⠸⠲⠀⠚⠶⠑⠭'],
    ['◆ 항목', '⠸⠲⠀⠚⠶⠑⠭'],
    ['▶ 항목', '⠸⠲⠀⠚⠶⠑⠭'],
    ['【주】', '⠦⠆⠨⠍⠰⠴'],
    ['〔주〕', '⠦⠆⠨⠍⠰⠴'],
    ['<표 1>', '⠐⠶⠙⠬⠀⠼⠁⠶⠂'],
    ['‹표 1›', '⠐⠶⠙⠬⠀⠼⠁⠶⠂'],
    ['-5℃', '⠔⠼⠑⠴⠙⠠⠉'],
  ])('writes %s as what it most likely is, and leaves it open', (text, cells) => {
    const answer = braille({ text });
    expect(answer.cells).toBe(cells);
    expect(answer.groups.some(({ undecided }) => undecided === 'SIGN_FORM')).toBe(true);
  });

  it('takes no comparison, no range and no telephone number for brackets or a minus sign', () => {
    for (const text of ['해왕성>지구>금성', '1<2', '3 < 5 > 4', '1-5', '02-2669-9775', 'Ω'])
      expect(braille({ text }).groups.every(({ undecided }) => undecided === null)).toBe(true);
    expect(braille({ text: '\u2126' })).toEqual(braille({ text: '\u03a9' }));
    expect(braille({ text: '25°C' }).groups.at(-1)).toMatchObject({ start: 2, end: 4 });
  });

  it('writes Hangul in a Roman sentence between its own signs, without a Roman sign where the document says what the sentence is in', () => {
    const text = 'Banchan (Korean: 반찬) are small side dishes served along with cooked rice in Korean cuisine.';
    const cells = '⠠⠃⠁⠝⠡⠁⠝⠀⠐⠣⠠⠅⠕⠗⠂⠝⠒⠀⠸⠷⠘⠒⠰⠣⠒⠸⠾⠐⠜⠀⠜⠑⠀⠎⠍⠁⠇⠇⠀⠎⠊⠙⠑⠀⠙⠊⠩⠑⠎⠀⠎⠻⠧⠫⠀⠁⠇⠰⠛⠀⠾⠀⠉⠕⠕⠅⠫⠀⠗⠊⠉⠑⠀⠔⠀⠠⠅⠕⠗⠂⠝⠀⠉⠥⠊⠎⠔⠑⠲';
    const english = braille({ text, spans: [{ start: 0, end: text.length, language: 'en' }] });

    expect(english.cells).toBe(cells);
    expect(english.groups.every(({ undecided }) => undecided === null)).toBe(true);
    // Which script is the main one, the letters alone do not say.
    expect(braille({ text }).groups.some(({ undecided }) => undecided === 'MAIN_SCRIPT')).toBe(true);
    for (const korean of ['MP3 플레이어와 DVD', 'KBS 1 TV 좀 켜 주세요.', 'Open이라고 Close라고 쓴 Sign'])
      expect(braille({ text: korean }).cells).not.toContain('⠸⠷');
    expect(braille({ text: 'www.대통령.kr' }).groups.every(({ undecided }) => undecided === null)).toBe(true);
  });

  it('marks phonetic signs that the article does not show, and takes brackets without any for brackets', () => {
    const [open, sign] = braille({ text: '[ʃ]' }).groups;
    expect([open?.rule, open?.undecided]).toEqual(['IPA', null]);
    expect(sign).toMatchObject({ cells: '⠱', rule: 'IPA', undecided: 'IPA_SIGN' });
    expect(describeRule('IPA', '2024').article).toBe('제38항');
    expect(
      braille({ text: '[ŋ]' }, { edition: '2020' }).groups.every(({ undecided }) => undecided === 'IPA_SIGN'),
    ).toBe(true);
    for (const text of ['[a]', '/a/', '[θ]', '1/2/3', '[façade]', 'and/or/not'])
      expect(braille({ text }).groups.some(({ rule }) => rule === 'IPA')).toBe(false);
  });

  it('reads old letters in conjoining form, with tone marks before their syllables', () => {
    expect(braille({ text: '\u1109\u119e\u11af' }).cells).toBe('⠠⠐⠼⠂');
    expect(braille({ text: '\u1121\u1161' }).cells).toBe('⠐⠘⠠⠣');
    expect(braille({ text: '\u1112\u119e\u11ab\u302e' }).cells).toBe('⠸⠂⠚⠐⠼⠒');
  });

  it('joins a lone letter to the Chinese character before it, which has no cells of its own', () => {
    const NO_SIGN = '⠠⠄⠿⠠⠄';
    const rulesOf = (text: string) => braille({ text }).groups.map(({ rule }) => describeRule(rule, '2024').article);

    expect(braille({ text: '後ㅿ날' }).cells).toBe(`${NO_SIGN}⠸⠐⠅⠉⠂`);
    expect(braille({ text: '位ㄹ 보고' }).cells).toBe(`${NO_SIGN}⠸⠂⠀⠘⠥⠈⠥`);
    expect(braille({ text: '군ㄷ字' }).cells).toBe(`⠈⠛⠸⠔${NO_SIGN}`);
    expect(braille({ text: '斗ㅸ字' }).cells).toBe(`${NO_SIGN}⠸⠐⠃⠶${NO_SIGN}`);
    expect(rulesOf('後ㅿ날')[1]).toBe('제23항');
    expect(braille({ text: '孟子ㅣ' }).cells).toBe(`${NO_SIGN}⠸⠕`);
    expect(rulesOf('孟子ㅣ')[1]).toBe('제26항');
    expect(braille({ text: 'ㄱ字' }).cells).toBe(`⠿⠁${NO_SIGN}`);
    expect(braille({ text: '位ㄹ' }, { edition: '2020' }).groups.at(-1)).toMatchObject({ undecided: 'JAMO_POSITION' });
  });

  it('reads decomposed, full-width and joined forms as what they are, and keeps their places', () => {
    expect(braille({ text: '\u1112\u1161\u11ab글' })).toMatchObject({ cells: '⠚⠒⠈⠮' });
    expect(braille({ text: '\u1112\u1161\u11ab글' }).groups.at(-1)).toMatchObject({ start: 3, end: 4 });
    expect(braille({ text: '９㎢' }).cells).toBe(braille({ text: '9km²' }).cells);
    expect(braille({ text: 'Ⅱ. 본론' }).cells).toBe(braille({ text: 'II. 본론' }).cells);
    expect(braille({ text: 'ⅻ장' }).groups.some(({ undecided }) => undecided === 'NO_SIGN')).toBe(false);
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
