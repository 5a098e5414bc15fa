import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labToRgb } from './colour/srgb.ts';
import { beginPicture, type PictureWish } from './picture.ts';
import { CONCEPTS } from './prompt/concepts.ts';
import { STYLES } from './styles/styles.ts';

const wish = (changes: Partial<PictureWish> = {}): PictureWish => ({
  prompt: 'a house by the sea',
  negativePrompt: '',
  seed: 1,
  width: 64,
  height: 64,
  steps: 3,
  ...changes,
});

function painted(changes: Partial<PictureWish> = {}): Uint8Array {
  const asked = wish(changes);
  const picture = beginPicture(asked);
  for (let step = 0; step < asked.steps; step++) picture.paint(step, () => false);
  picture.finish();
  expect(picture.surface.lab.every(Number.isFinite)).toBe(true);
  return labToRgb(picture.surface.lab);
}

const difference = (a: Uint8Array, b: Uint8Array) =>
  a.reduce((sum, value, i) => sum + Math.abs(value - b[i]!), 0) / a.length;

/** How far the canvas is from the finished one. */
function distances(steps: number): number[] {
  const picture = beginPicture(wish({ steps, width: 128, height: 128 }));
  const shots = Array.from({ length: steps }, (_, step) => {
    picture.paint(step, () => false);
    return labToRgb(picture.surface.lab);
  });
  return shots.map((shot) => difference(shot, shots.at(-1)!));
}

// Hundreds of pictures: on a machine with other work a test may take long, and that is no failure.
describe('a picture', { timeout: 180_000 }, () => {
  it('is the same for the same wish', () => {
    expect(painted()).toEqual(painted());
  });

  it.each([
    ['seed', { seed: 2 }],
    ['steps', { steps: 15 }],
    ['a word it does not know', { prompt: 'a zorblaxian house by the sea' }],
    ['the negative prompt', { negativePrompt: 'house' }],
    ['the time of day', { prompt: 'a house by the sea at night' }],
  ])('changes with %s', (_, changes) => {
    expect(difference(painted(changes), painted())).toBeGreaterThan(0.5);
  });

  it('comes nearer to its end with every few steps', () => {
    const away = distances(12);
    expect(away[0]!).toBeGreaterThan(away[4]!);
    expect(away[4]!).toBeGreaterThan(away[9]!);
  });

  it('stops between strokes when told to', () => {
    const picture = beginPicture(wish());
    const before = picture.surface.lab.slice();
    picture.paint(0, () => true);
    expect(picture.surface.lab).toEqual(before);
  });

  it('is darker at night than at noon', () => {
    const mean = (prompt: string) => painted({ prompt }).reduce((sum, value) => sum + value, 0);
    expect(mean('meadow at night')).toBeLessThan(mean('meadow at noon') * 0.6);
  });

  it.each(Object.keys(STYLES))('can be painted in the manner of %s', (style) => {
    const words = CONCEPTS.find(({ id, facet }) => facet === 'style' && id === style)?.words ?? [];
    expect(beginPicture(wish({ prompt: `hills, ${words[0]}` })).styleId).toBe(style);
    if (style !== 'gouache')
      expect(
        difference(painted({ prompt: `hills, ${words[0]}` }), painted({ prompt: 'hills, gouache' })),
      ).toBeGreaterThan(2);
  });

  it.each([...new Set(CONCEPTS.map(({ facet }) => facet))])(
    'shows every %s of the lexicon, in wide and tall frames',
    (facet) => {
      const words = CONCEPTS.filter((concept) => concept.facet === facet).map((concept) => concept.words[0] ?? '');
      for (const [i, word] of words.entries()) {
        const frame = i % 2 === 0 ? { width: 48, height: 32 } : { width: 32, height: 48 };
        expect(painted({ prompt: i % 3 === 0 ? `three ${word}` : word, ...frame, steps: 1 }).length).toBe(48 * 32 * 3);
      }
    },
  );

  it('sets a table that is never bare, with cut flowers in their vase', () => {
    const drawn = (prompt: string) => beginPicture(wish({ prompt })).plan.things.map((thing) => thing.draws);
    expect(drawn('a wooden table')).toContain('moonjar');
    expect(drawn('a vase of roses, still life')).toEqual(['bouquet']);
    expect(drawn('라면 한 그릇')).toEqual(['bowl']);
  });

  it('comes out whole from any words in any order', () => {
    const word = fc.constantFrom(...CONCEPTS.flatMap(({ words }) => words));
    const prompts = fc.array(
      fc.oneof(
        { weight: 4, arbitrary: word },
        { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
      ),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(prompts, fc.nat(), (words, seed) => {
        expect(painted({ prompt: words.join(' '), seed, width: 48, height: 40, steps: 1 }).length).toBe(48 * 40 * 3);
      }),
      { numRuns: 60 },
    );
  });
});
