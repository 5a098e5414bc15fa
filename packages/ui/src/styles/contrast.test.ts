import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contrastOf } from '../testing/oklch.ts';
import { readColours } from '../testing/token-colours.ts';
import type { Theme } from '../testing/token-colours.ts';

const read = (name: string) => readFileSync(join(import.meta.dirname, name), 'utf8');
const tokens = read('tokens.css');
const more = read('contrast.css');

const TEXT = 4.5;
const CONTROL = 3;
const STRONG_TEXT = 7;

const PAIRS: readonly (readonly [front: string, back: string, atLeast: number])[] = [
  ...['ink', 'ink-soft', 'ink-mute', 'negative', 'positive', 'caution', 'accent-text'].flatMap((front) =>
    ['ground', 'surface'].map((back) => [front, back, TEXT] as const),
  ),
  ['ink-soft', 'sunken', TEXT],
  ['ink-mute', 'n3', TEXT],
  ['ink-mute', 'sunken', TEXT],
  // The note of a place to drop files, while something is held over it.
  ['ink-mute', 'accent-wash', TEXT],
  ['ink-soft', 'n3', TEXT],
  ['ink', 'n4', TEXT],
  ['n1', 'n12', TEXT],
  ['n1', 'n11', TEXT],
  ['on-accent', 'accent', TEXT],
  ['on-accent', 'accent-hover', TEXT],
  ['on-accent', 'accent-pressed', TEXT],
  ['negative', 'negative-wash', TEXT],
  ['control-edge', 'surface', CONTROL],
  ['control-edge', 'ground', CONTROL],
  ['accent-line', 'ground', CONTROL],
  ['accent-line', 'surface', CONTROL],
  ['focus', 'ground', CONTROL],
  ['focus', 'surface', CONTROL],
];

function check(sheets: readonly string[], theme: Theme, pairs: typeof PAIRS): string[] {
  const colours = readColours(sheets, theme);
  return pairs.flatMap(([front, back, atLeast]) => {
    const [one, other] = [colours.get(front), colours.get(back)];
    if (one === undefined || other === undefined) return [`${front} or ${back} is not a colour`];
    const contrast = contrastOf(one, other);
    return contrast >= atLeast ? [] : [`${front} on ${back}: ${contrast.toFixed(2)}, needs ${atLeast}`];
  });
}

describe('the colours of the studio', () => {
  it('knows what contrast is: black on white is 21', () => {
    expect(contrastOf([0, 0, 0], [1, 1, 1])).toBeCloseTo(21);
  });

  it.each(['light', 'dark'] as const)('can be read in the %s theme', (theme) => {
    expect(check([tokens], theme, PAIRS)).toEqual([]);
  });

  it.each(['light', 'dark'] as const)('are far apart in the %s theme when more contrast is wanted', (theme) => {
    const strong = PAIRS.filter(
      ([front, back]) => /^(?:ink|negative|accent-text)/u.test(front) && /^(?:ground|surface)$/u.test(back),
    );
    expect(
      check(
        [tokens, more],
        theme,
        strong.map(([front, back]) => [front, back, STRONG_TEXT]),
      ),
    ).toEqual([]);
    expect(check([tokens, more], theme, PAIRS)).toEqual([]);
  });
});
