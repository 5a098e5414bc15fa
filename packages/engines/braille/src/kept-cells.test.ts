import { describe, expect, it } from 'vitest';
import type { BrailleText } from './contract.ts';
import { isRefusal } from './contract.ts';
import { engineEdition } from './engine-edition.ts';
import { keyOfPrint, packTexts, unpackTexts } from './kept-cells.ts';
import { ALL_ROWS } from './korean/tables/all-rows.ts';
import { translateKorean } from './korean/translate.ts';

const made = (text: string): BrailleText => {
  const answer = translateKorean({ text });
  if (isRefusal(answer)) throw new Error(answer.message);
  return answer;
};

describe('cells that are kept', () => {
  it('come back as they were made, with their rules, places and open questions', () => {
    const texts = new Map(ALL_ROWS.map(([, text]) => [keyOfPrint({ text }), made(text)]));
    expect(unpackTexts(packTexts(texts))).toEqual(texts);
  });

  it('are few bytes', () => {
    const text = '빛은 곧게 나아간다. 그래서 그림자가 생긴다. '.repeat(40);
    expect(packTexts(new Map([[keyOfPrint({ text }), made(text)]])).length).toBeLessThan(text.length * 12);
  });

  it('that are broken are not taken', () => {
    expect(unpackTexts(new Uint8Array([1, 2, 3]))).toBeUndefined();
    expect(unpackTexts(packTexts(new Map()))).toEqual(new Map());
  });

  it('belong to one edition of the engine', () => expect(engineEdition()).toMatch(/^[\w-]{16}$/));
});
