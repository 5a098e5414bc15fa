import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRefusal } from '../contract.ts';
import { backTranslateKorean } from './back-translate.ts';
import { ALL_ROWS } from './tables/all-rows.ts';
import { CONTRACTION_ROWS } from './tables/contractions.ts';
import { LETTER_ROWS } from './tables/letters.ts';
import { translateKorean } from './translate.ts';

const forward = (text: string) => {
  const answer = translateKorean({ text });
  if (isRefusal(answer)) throw new Error(answer.message);
  return answer;
};

describe('Korean braille read back', () => {
  it.each([...LETTER_ROWS, ...CONTRACTION_ROWS])('%s: %s', (_article, text, cells) => {
    expect(backTranslateKorean(cells)).toMatchObject({ text, readShare: 1 });
  });

  it.each(['2024', '2020'] as const)(
    'makes the same cells again of every row that the revision of %s decides',
    (edition) => {
      const lost = ALL_ROWS.flatMap(([article, text]) => {
        const answer = translateKorean({ text }, { edition });
        if (isRefusal(answer) || answer.groups.some(({ undecided }) => undecided !== null)) return [];
        const again = translateKorean({ text: backTranslateKorean(answer.cells).text }, { edition });
        return !isRefusal(again) && again.cells === answer.cells ? [] : [`${article} ${text}`];
      });

      expect(lost).toEqual([]);
    },
  );

  it.each([
    ...['ㆍ', 'ㆇ와 ㆌ', '옛 글자 ㆁ, ㅺ, ㅹ', '나\u11eb', '돌\u302f'],
    ...['worth [wəːrθ]: ~할 만한', '영국에서는 /a/로 발음된다. /æ/', '[ŋ]은'],
    ...['누리집은 https://www.korean.go.kr이다.', '24hong@naver.com', 'www.대통령.kr에', 'x.kr/2024 참고'],
  ])('reads old letters, sounds and addresses: %s', (text) => {
    expect(backTranslateKorean(forward(text).cells)).toMatchObject({ text, readShare: 1 });
  });

  it.each([
    ['a comma before a number', '가, 12명'],
    ['a comma without a blank', '가,본'],
    ['braces', '{나}'],
    ['a letter in a pronunciation', '[까ㄹㄹ로]'],
  ])('takes no old letter, sound or address for one that is none: %s', (_what, text) => {
    expect(backTranslateKorean(forward(text).cells)).toMatchObject({ readShare: 1 });
  });

  it.each([
    '나는 ‘일이 다 틀렸나 보군.’ 하고 생각하였다.',
    '예로부터 “민심은 천심이다.”라고 하였다.',
    '니체(독일의 철학자)의 말을 빌리면 다음과 같다.',
    '『훈민정음』은 유네스코 세계 기록 유산으로 지정되었다.',
    '그는 Canada로 여행을 떠났다.',
    '그녀는 Los Angeles의 한인 타운에 살고 있다.',
    '5+7=12',
    ...['5≥3', '3≤5', '3≠5', '5 ≥ 3', '10±2', '오차는 ±3이다.', '눈금 −5'],
    '전화: 02-2669-9775(9시~18시)',
  ])('says again what was written: %s', (text) => {
    expect(backTranslateKorean(forward(text).cells)).toMatchObject({ text, readShare: 1 });
  });

  it.each([
    '“간다”고 말했다.',
    '“좋다”고 말했다.',
    '그는 “하늘에 닿지 않는다”라고 했다.',
    '“싫어하지 않아요”는 좋은 말이다.',
    '“가자”며 손을 놓고 “빨리 오라”고 외쳤다.',
    '“하나”와 “둘”을 넣는다.',
    '“많다”는 말에 “그렇지 않다.”라고 답했다.',
    '“이렇게 쌓아 놓았니?” 하고 물었다. 대답은 “네”였다.',
  ])('tells a quote that closes after a vowel from ㅎ: %s', (text) => {
    expect(backTranslateKorean(forward(text).cells)).toMatchObject({ text, readShare: 1 });
  });

  it.each([
    ...[
      '넓이는 30 m²이다.',
      'A⁺⁺ 등급',
      '비타민 B₆',
      'CD/DVD를 넣는다.',
      '부록 A.1. 들어가기',
      'IoT와 iOS',
      '96.7 MHz',
    ],
    ...[
      'PCs와 USBs',
      '저작권 © 2024',
      '법 §1',
      '◎ 모음',
      '밤ː나무',
      '점형 ⠲ 기호',
      '나 & 너',
      '↑ 위로',
      'ㅿ과 ㅸ',
      'Umm ...이라고',
    ],
  ])('says signs, raised numbers and joined Roman words again: %s', (text) => {
    expect(backTranslateKorean(forward(text).cells)).toMatchObject({ text, readShare: 1 });
  });

  it('says for each letter which cell it came from', () => {
    const text = '나는 Los Angeles에서 12월에 왔다.';
    const { cells, groups } = forward(text);

    const places = Array.from(backTranslateKorean(cells).places);

    expect(places).toHaveLength(text.length);
    expect(places.every((place, at) => at === 0 || place >= places[at - 1]!)).toBe(true);
    const cellOf = (print: string) => {
      const group = groups.findIndex(({ start }) => start >= text.indexOf(print));
      return groups.slice(0, group).reduce((sum, one) => sum + one.cells.length, 0);
    };
    for (const print of ['는', '서', '월', '왔']) expect(places[text.indexOf(print)]).toBe(cellOf(print));
    expect(places[text.indexOf('Angeles')]).toBe(cells.indexOf('⠀', cells.indexOf('⠀') + 1) + 1);
  });

  it('makes the same cells again from words in quotes, whatever the words and what follows them', () => {
    // ㅀ, ㄶ and ㅎ stand below in words of the language: 쯣 is none, and could only be 쯜”.
    const syllable = fc
      .integer({ min: 0xac00, max: 0xd7a3 })
      .map((code) => String.fromCharCode(code))
      .filter((letter) => !/[\u11ad\u11b6\u11c2]$/u.test(letter.normalize('NFD')));
    const word = fc.oneof(
      fc.array(syllable, { minLength: 1, maxLength: 3 }).map((letters) => letters.join('')),
      fc.constantFrom('간다', '좋다', '않는다', '하나', '오라', '가자', '싫어요', '놓네'),
    );
    const said = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
    const follows = fc.constantFrom('고', '라고', '는', '며', ' 하고', '.', '라는', '');
    const quote = fc.tuple(said, follows).map(([inside, after]) => `“${inside}”${after}`);
    fc.assert(
      fc.property(fc.array(fc.oneof(quote, said), { minLength: 1, maxLength: 3 }), (parts) => {
        const { cells, groups } = forward(parts.join(' '));
        fc.pre(groups.every((group) => group.undecided === null));
        const back = backTranslateKorean(cells);
        expect(forward(back.text).cells).toBe(cells);
        expect(back.readShare).toBe(1);
      }),
      { numRuns: 300, seed: 13 },
    );
  });

  it('makes the same cells again from what it read, for every modern syllable beside another', () => {
    const syllable = fc.integer({ min: 0xac00, max: 0xd7a3 }).map((code) => String.fromCharCode(code));
    const word = fc.array(syllable, { minLength: 1, maxLength: 6 }).map((letters) => letters.join(''));
    const text = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(text, (print) => {
        const { cells, groups } = forward(print);
        fc.pre(groups.every((group) => group.undecided === null));
        const back = backTranslateKorean(cells);
        expect(forward(back.text).cells).toBe(cells);
        expect(back.readShare).toBe(1);
      }),
      { numRuns: 400, seed: 11 },
    );
  });

  it('is as quick with a Roman word that could be read in very many ways and is none', () => {
    const { cells } = forward(`가 a${'bb'.repeat(30)}a&a 나`);
    expect(backTranslateKorean(cells).text).toMatch(/^가 .+ 나$/);
  });

  it.each(['rabbit', 'below', 'ribbon', 'bubble', 'accent', 'disease', 'concert', 'beggar', 'sudden', 'being'])(
    'tells a contraction by its place in the word: %s',
    (word) => expect(backTranslateKorean(forward(`가 ${word} 나`).cells).text).toBe(`가 ${word} 나`),
  );

  it('never fails and never takes long, whatever the cells are', () => {
    const cells = fc
      .array(fc.integer({ min: 0x2800, max: 0x283f }), { maxLength: 80 })
      .map((codes) => String.fromCharCode(...codes));
    fc.assert(
      fc.property(cells, (any) => {
        const { readShare } = backTranslateKorean(any);
        expect(readShare).toBeGreaterThanOrEqual(0);
        expect(readShare).toBeLessThanOrEqual(1);
      }),
      { numRuns: 300, seed: 5 },
    );
  });
});
