import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRefusal } from '../contract.ts';
import { createBrailleEngine } from '../engine.ts';
import { translateKorean } from '../korean/translate.ts';
import { writeNemeth } from './nemeth.ts';
import { parseLatex } from './parse-latex.ts';
import { writeUebMath } from './ueb-math.ts';

const ueb = (latex: string) =>
  writeUebMath(parseLatex(latex), 0)
    .map(({ cells }) => cells)
    .join('');
const nemeth = (latex: string) =>
  writeNemeth(parseLatex(latex), 0)
    .map(({ cells }) => cells)
    .join('')
    .slice(3, -3);

describe('a formula in UEB', () => {
  it.each([
    // GTM 2 and 3: numbers, operation, comparison.
    ['3+4=7', '⠼⠉⠐⠖⠼⠙⠀⠐⠶⠀⠼⠛'],
    ['6 \\times 7 - 2', '⠼⠋⠐⠦⠼⠛⠐⠤⠼⠃'],
    ['x', '⠰⠭'],
    ['2a', '⠰⠰⠼⠃⠰⠁'],
    ['x+y=z', '⠰⠰⠰⠭⠐⠖⠽⠀⠐⠶⠀⠵⠰⠄'],
    // GTM 6: a simple fraction, a mixed number, a general fraction.
    ['\\frac{3}{4}', '⠼⠉⠌⠙'],
    ['2\\frac{1}{2}', '⠼⠃⠼⠁⠌⠃'],
    ['\\frac{x}{y}', '⠰⠰⠷⠭⠨⠌⠽⠾'],
    // GTM 7: one item after a level sign, more held together.
    ['x^2', '⠰⠰⠭⠔⠼⠃'],
    ['x^{n+1}', '⠰⠰⠭⠔⠣⠝⠐⠖⠼⠁⠜'],
    ['a_i', '⠰⠰⠁⠢⠊'],
    // GTM 8: roots.
    ['\\sqrt{2}', '⠰⠰⠩⠼⠃⠬'],
    ['\\sqrt[3]{x}', '⠰⠰⠩⠔⠼⠉⠭⠬'],
    ['2\\pi r', '⠰⠰⠼⠃⠨⠏⠗'],
    ['A \\le B', '⠰⠰⠰⠠⠁⠀⠸⠈⠣⠀⠠⠃⠰⠄'],
  ])('%s', (latex, cells) => expect(ueb(latex)).toBe(cells));
});

describe('a formula in Nemeth', () => {
  it.each([
    ['3+4=7', '⠼⠒⠬⠲⠀⠨⠅⠀⠼⠶'],
    ['-3', '⠤⠼⠒'],
    ['x+y', '⠭⠬⠽'],
    ['\\frac{1}{2}', '⠹⠂⠌⠆⠼'],
    ['\\frac{\\frac{1}{2}}{3}', '⠠⠹⠹⠂⠌⠆⠼⠠⠌⠒⠠⠼'],
    ['x^2', '⠭⠘⠆'],
    ['x^2+1', '⠭⠘⠆⠐⠬⠂'],
    ['x^2=1', '⠭⠘⠆⠀⠨⠅⠀⠼⠂'],
    ['x^{a^b}', '⠭⠘⠁⠘⠘⠃'],
    ['x_1+y', '⠭⠂⠬⠽'],
    ['a_i', '⠁⠰⠊'],
    ['\\sqrt{2}', '⠜⠆⠻'],
    ['\\sqrt[3]{x}', '⠣⠒⠜⠭⠻'],
    ['\\pi r^2', '⠨⠏⠗⠘⠆'],
    ['A \\ge 3.5', '⠠⠁⠀⠨⠂⠱⠀⠼⠒⠨⠢'],
  ])('%s', (latex, cells) => expect(nemeth(latex)).toBe(cells));

  it('stands between the signs that switch to it and back', () => {
    expect(
      writeNemeth(parseLatex('x'), 0)
        .map(({ cells }) => cells)
        .join(''),
    ).toBe('⠸⠩⠀⠭⠀⠸⠱');
  });
});

describe('LaTeX that is not understood', () => {
  it('is marked, never left out or guessed', () => {
    for (const latex of ['\\begin{matrix}1&2\\end{matrix}', '\\overline{AB}', 'x \\nsubseteq y'])
      for (const groups of [writeUebMath(parseLatex(latex), 0), writeNemeth(parseLatex(latex), 0)])
        expect(
          groups.some(({ undecided }) => undecided === 'MATH_STRUCTURE'),
          latex,
        ).toBe(true);
    expect(writeUebMath(parseLatex('♥'), 0)).toContainEqual(expect.objectContaining({ undecided: 'NO_SIGN' }));
  });

  it('never stops the reader, however broken, and every piece has its place in it', () => {
    const token = fc.constantFrom(
      '{',
      '}',
      '^',
      '_',
      '\\frac',
      '\\sqrt',
      '[',
      ']',
      'x',
      '12',
      ' ',
      '\\',
      '+',
      '\\begin{a}',
      '\\text{b}',
      '가',
    );
    fc.assert(
      fc.property(fc.array(token, { maxLength: 30 }), (tokens) => {
        const latex = tokens.join('');
        for (const { start, end, cells } of [
          ...writeUebMath(parseLatex(latex), 5),
          ...writeNemeth(parseLatex(latex), 5),
        ]) {
          expect(start).toBeGreaterThanOrEqual(5);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(latex.length + 5);
          expect(cells).toMatch(/^[\u2800-\u283f]+$/);
        }
      }),
      { seed: 3, numRuns: 300 },
    );
    expect(parseLatex('{'.repeat(100_000)).length).toBeLessThan(10);
  });
});

describe('math among words', () => {
  const text = 'The value x^2 is known.';
  const spans = [{ start: 10, end: 13, math: true }];

  it('goes into UEB or Nemeth inside the words of a UEB text, with its places', async () => {
    const engine = createBrailleEngine();
    try {
      const inUeb = await engine.translate({ text, spans }, 'en-ueb-g2');
      const inNemeth = await engine.translate({ text, spans }, 'en-ueb-g2', { math: 'NEMETH' });
      if (isRefusal(inUeb) || isRefusal(inNemeth)) throw new Error('refused');
      expect(inUeb.cells).toContain('⠀⠰⠰⠭⠔⠼⠃⠀');
      expect(inNemeth.cells).toContain('⠀⠸⠩⠀⠭⠘⠆⠀⠸⠱⠀');
      expect(inUeb.cells).toContain('⠐⠅⠝'); // known
      for (const { groups, cells } of [inUeb, inNemeth]) {
        expect(groups.map((group) => group.cells).join('')).toBe(cells);
        const math = groups.filter(({ rule }) => rule.startsWith('MATH'));
        expect(math.every(({ start, end }) => start >= 10 && end <= 13)).toBe(true);
      }
    } finally {
      await engine.close();
    }
  });

  it('in Korean braille is written by its articles as far as they go; what they leave open is marked', () => {
    const print = { text: '값은 3+4=7이다.', spans: [{ start: 3, end: 8, math: true }] };
    expect(translateKorean(print)).toMatchObject({
      cells: (translateKorean({ text: print.text }) as { cells: string }).cells,
    });
    const open = translateKorean({ text: '\\frac{d}{2} 이다', spans: [{ start: 0, end: 11, math: true }] });
    if (isRefusal(open)) throw new Error(open.message);
    expect(open.cells).not.toContain('⠸⠡'); // No backslash is written.
    expect(open.groups.some(({ undecided }) => undecided === 'MATH_STRUCTURE')).toBe(true);
    expect(open.groups.every(({ start, end }) => start >= 0 && end <= 14 && end >= start)).toBe(true);
    const last = open.groups.findLast(({ end }) => end > 0);
    expect(last).toMatchObject({ end: 14, undecided: null });
  });
});
