import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countWays, expandPrompt } from './dynamic-prompt.ts';

const all = (prompt: string) =>
  Array.from({ length: countWays(prompt) }, (_, index) => expandPrompt(prompt, { seed: 0, index }));

describe('a prompt with choices', () => {
  it('is read in every way once before any comes again', () => {
    expect(all('a {red|blue} {cat|dog}')).toEqual(['a red cat', 'a blue cat', 'a red dog', 'a blue dog']);
    expect(expandPrompt('{a|b|c}', { seed: 0, index: 3 })).toBe('a');
    expect(expandPrompt('{a|b|c}', { seed: 4, index: 0 })).toBe('b');
  });

  it('may hold choices within choices, and empty ones', () => {
    expect(all('{one|two {big|small}} house')).toEqual(['one house', 'two big house', 'two small house']);
    expect(all('a {very |}tall tree')).toEqual(['a very tall tree', 'a tall tree']);
  });

  it.each(['a cat', 'a {cat', 'a cat}', '{cat}', '|', '{}', '{{{', 'f(x) = { x }'])(
    'is plain text without any: %s',
    (text) => {
      expect(all(text)).toEqual([text]);
    },
  );

  it.each(['{'.repeat(60), '{a|'.repeat(60), `${'{'.repeat(60)}a${'}'.repeat(60)}`, '{a|{'.repeat(30)])(
    'is plain text, looked at once for each brace, where all of its braces come to nothing: %s',
    (text) => {
      expect(countWays(text)).toBe(1);
      expect(expandPrompt(text, { seed: 1, index: 1 })).toBe(text);
    },
  );

  it('keeps the choices that lie behind braces which open none', () => {
    expect(all('{{{ a {red|blue} cat')).toEqual(['{{{ a red cat', '{{{ a blue cat']);
    expect(all('{x {a|b}}')).toEqual(['{x a}', '{x b}']);
  });

  it('never grows, and is read at once, whatever is written', () => {
    const sign = fc.constantFrom('{', '|', '}', 'a', ' ', '꽃');
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 400 }), fc.nat(), fc.nat(7), (signs, seed, index) => {
        const prompt = signs.join('');
        expect(expandPrompt(prompt, { seed, index }).length).toBeLessThanOrEqual(prompt.length);
      }),
    );
    expect(countWays('{a|b}'.repeat(50))).toBe(1_000_000);
    expect(expandPrompt('{a|'.repeat(1_000), { seed: 1, index: 1 })).toBe('{a|'.repeat(1_000));
  });
});
