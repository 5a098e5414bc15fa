import { describe, expect, it } from 'vitest';
import { boundedPattern, isQuick } from './bounded-pattern.ts';

/** Each further letter doubles the time; with these it is some seconds, so that a search without limits ends too. */
const LONG = `${'a'.repeat(26)}!`;

describe('a regular expression', () => {
  it('that would take for ever ends with MaxTimeMSExpired', () => {
    expect(() => boundedPattern(/^(a+)+$/u, '^(a+)+$').exec(LONG)).toThrow(
      expect.objectContaining({ code: 50, message: expect.stringMatching(/regular expression takes too long/) }),
    );
  });

  it('of the next command has its own time', async () => {
    expect(() => boundedPattern(/^(a+)+$/u, '^(a+)+$').exec(LONG)).toThrow(/too long/);
    await new Promise(setImmediate);

    expect(boundedPattern(/^(a|b)+$/u, '^(a|b)+$').exec('abba')?.[0]).toBe('abba');
  });

  it.each([
    ['map', 1_000_000, true],
    ['^map.*png$', 200, true],
    ['^map.*png$', 5_000, false],
    ['a*a*a*a*$', 1_000, false],
    ['(a+)+', 1, false],
    ['a|b', 1, false],
  ])('%s on %d letters is searched without a limit: %s', (written, length, quick) => {
    expect(isQuick(written, length)).toBe(quick);
  });
});
