import { describe, expect, it } from 'vitest';
import { wishOf } from './wish.ts';

describe('what somebody asked for', () => {
  const asked = { text: 'a cat', setup: { cells: 40, tables: ['FIT', 'LISTED'] }, idempotencyKey: 'one' };
  const name = wishOf(asked);

  it('is the same in another order, under another key, or with what was left out said to be nothing', () => {
    const setup = { tables: ['FIT', 'LISTED'], lines: undefined, cells: 40 };

    expect(wishOf({ setup, idempotencyKey: 'two', voice: null, text: 'a cat' })).toBe(name);
  });

  it('is another with any other word in it', () => {
    const others = [
      { ...asked, text: 'a dog' },
      { ...asked, voice: 'espeak-ng:ko' },
      { ...asked, setup: { ...asked.setup, cells: 32 } },
      { ...asked, setup: { ...asked.setup, tables: ['LISTED', 'FIT'] } },
      { ...asked, setup: Object.entries(asked.setup) },
    ];

    expect(new Set([name, ...others.map(wishOf)]).size).toBe(others.length + 1);
  });
});
