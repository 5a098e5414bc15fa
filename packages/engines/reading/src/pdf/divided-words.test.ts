import { describe, expect, it } from 'vitest';
import { learnDividedWords } from './divided-words.ts';

/** As a justified page of Korean has it: lines end where they are full, within a word or between two. */
const DIVIDING = [
  ['라이브 시스템은 미디어에서 바로 컴', '퓨터를 켜서 쓰는 시스템이다. 이 방식', '에서는 아무 것도 설치하지 않는다.'],
  ['이 컴퓨터를 켜면 시스템은 바로 시작', '합니다. 그러므로 이 작업을 하지 않', '습니다.'],
  ['첫째 작업을 마치면 다른 방식 으로 자동', '설정됩', '니다. 시스템의 모든 작업이 끝납', '니다.'],
  ['둘째 시스템은 컴퓨터와 함께 켜지', '지만 다른 방식을 고르', '려면 먼저 컴퓨', '터를 끄십시오.'],
];

/** The same, by a program that ends lines between words. */
const WHOLE = [
  ['라이브 시스템은 미디어에서 바로', '컴퓨터를 켜서 쓰는 시스템이다. 이', '방식에서는 아무 것도 설치하지 않는다.'],
  ['이 컴퓨터를 켜면 시스템은 바로', '시작합니다. 그러므로 이 작업을', '하지 않습니다. 이 작업이 끝나면'],
  ['첫째 작업을 마치면 다른 방식', '가운데 하나를 고른다. 이 시스템', '가운데 하나를 자동 설정한다.'],
];

describe('Korean words at the end of a line', () => {
  const words = learnDividedWords(DIVIDING);

  it.each([
    ['이 작업이 컴', '퓨터의 램에 들어간다.'],
    ['이 방식', '에서는 자동으로 된다.'],
    ['곧 설정됩', '니다.'],
    ['다른 것을 고르', '려면 기다린다.'],
  ])('are whole again when the line ended within them: %s|%s', (line, next) =>
    expect(words.goesOn(line, next)).toBe(true),
  );

  it.each([
    ['그러므로 이', '작업을 한다.'],
    ['라이브 시스템은', '컴퓨터를 켠다.'],
    ['바로 (컴', 'PC를 켠다.'],
    ['', '시스템은'],
  ])('stay apart when it ended between two: %s|%s', (line, next) => expect(words.goesOn(line, next)).toBe(false));

  it('are never joined in a document that divides none, or that says too little', () => {
    for (const lines of [WHOLE, DIVIDING.slice(0, 1), []])
      expect(learnDividedWords(lines).goesOn('이 작업이 컴', '퓨터의 램에')).toBe(false);
  });
});
