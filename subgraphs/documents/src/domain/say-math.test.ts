import { expect, it } from 'vitest';
import { sayMath } from './say-math.ts';

it.each([
  ['\\frac{1}{2}', '2분의 1', '1 over 2'],
  ['\\frac{a+b}{2}', '분수 2 분의 a 더하기 b 분수 끝', 'the fraction a plus b over 2 end fraction'],
  ['x^2 - 4 = 0', 'x 제곱 빼기 4 는 0', 'x squared minus 4 equals 0'],
  ['-3 \\le x', '마이너스 3 작거나 같다 x', 'negative 3 is less than or equal to x'],
  ['2^{n+1}', '2 위 첨자 n 더하기 1 첨자 끝', '2 to the power n plus 1 end power'],
  ['x_1', 'x 아래 첨자 1', 'x sub 1'],
  ['\\sqrt{x+1}', '루트 x 더하기 1 루트 끝', 'the square root of x plus 1 end root'],
  ['\\sqrt[3]{8}', '세제곱근 8', 'the cube root of 8'],
  ['\\sum_{k=1}^{n} k', '합 k 는 1부터 n까지 k', 'the sum from k equals 1 to n k'],
  ['\\lim_{x \\to 0} \\sin x', '극한 x 화살표 0일 때 사인 x', 'the limit as x to 0 sine x'],
  ['90^{\\circ}', '90 도', '90 degrees'],
  ['2\\pi r', '2 파이 r', '2 pi r'],
  ['\\vec{v}', 'vec v', 'vec v'],
])('says %s in Korean and in English', (latex, korean, english) => {
  expect(sayMath(latex, 'ko')).toBe(korean);
  expect(sayMath(latex, 'en-GB')).toBe(english);
});

it('leaves a formula as it is in a language whose words it has not, and nothing out', () => {
  expect(sayMath('\\frac{1}{2}', 'ja')).toBe('\\frac{1}{2}');
  expect(sayMath('\\begin{matrix} a & b \\end{matrix}', 'en')).toContain('a b');
});
