import { describe, expect, it } from 'vitest';
import { hangulToLatex } from './hangul-to-latex.ts';

describe('an equation of Hangul', () => {
  it.each([
    ['1 over 2', '\\frac{1}{2}'],
    ['{x+1} over {y^2}', '\\frac{x + 1}{y^{2}}'],
    ['{a}over{b}', '\\frac{a}{b}'],
    ['x = {-b +- sqrt {b^2 -4ac}} over {2a}', 'x = \\frac{- b \\pm \\sqrt{b^{2} - 4 ac}}{2 a}'],
    ['root 3 of x', '\\sqrt[3]{x}'],
    ['2 TIMES 3 != 7', '2 \\times 3 \\ne 7'],
    ['sum from {i=1} to n x_i^2', '\\sum_{i = 1}^{n} x_{i}^{2}'],
    ['LEFT ( alpha + GAMMA RIGHT )', '( \\alpha + \\Gamma )'],
    ['"속력" = 3', '\\text{속력} = 3'],
  ])('is LaTeX: %s', (script, latex) => expect(hangulToLatex(script)).toBe(latex));

  it.each([
    ['2x over 3', '2 x \\over 3'],
    ['x^2y', 'x \\sup 2 y'],
    ['sqrt 2x', '\\root 2 x'],
    ['matrix{a&b#c&d}', '\\matrix a & b \\\\ c & d'],
  ])('keeps a name that nobody knows where it is not sure how much the name takes: %s', (script, latex) =>
    expect(hangulToLatex(script)).toBe(latex),
  );

  it('is read to its end, whatever it is', () => {
    for (const script of [
      '',
      '{{',
      '}',
      'over',
      '^',
      '^_^',
      '{'.repeat(50_000),
      'sqrt '.repeat(50_000),
      'root of',
      '"',
    ])
      expect(hangulToLatex(script)).toEqual(expect.any(String));
  });
});
