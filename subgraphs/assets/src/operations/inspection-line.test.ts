import { describe, expect, it } from 'vitest';
import { inLine } from './inspection-line.ts';

describe('the line of files to be looked at', () => {
  it('has room for everybody, however many files one person brings', async () => {
    const gate = Promise.withResolvers<void>();
    let begun = 0;
    const theirs = Array.from({ length: 20 }, () =>
      inLine('one with many files', async () => {
        begun += 1;
        await gate.promise;
      }),
    );

    expect(await inLine('somebody else', () => Promise.resolve('looked at'))).toBe('looked at');
    expect(begun).toBe(2);
    gate.resolve();
    await Promise.all(theirs);
    expect(begun).toBe(20);
  });
});
