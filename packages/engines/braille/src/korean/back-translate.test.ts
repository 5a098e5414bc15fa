import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRefusal } from '../contract.ts';
import { backTranslateKorean } from './back-translate.ts';
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
    expect(backTranslateKorean(cells)).toEqual({ text, readShare: 1 });
  });

  it.each([
    '나는 ‘일이 다 틀렸나 보군.’ 하고 생각하였다.',
    '예로부터 “민심은 천심이다.”라고 하였다.',
    '니체(독일의 철학자)의 말을 빌리면 다음과 같다.',
    '『훈민정음』은 유네스코 세계 기록 유산으로 지정되었다.',
    '그는 Canada로 여행을 떠났다.',
    '그녀는 Los Angeles의 한인 타운에 살고 있다.',
    '5+7=12',
    '전화: 02-2669-9775(9시~18시)',
  ])('says again what was written: %s', (text) => {
    expect(backTranslateKorean(forward(text).cells)).toEqual({ text, readShare: 1 });
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
