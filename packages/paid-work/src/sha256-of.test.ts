import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { sha256Of } from './sha256-of.ts';

it.each([0, 1, 8_000_000, 20_000_001])('%i bytes have the hash that they have in one go', async (length) => {
  const bytes = Uint8Array.from({ length }, (_, at) => at % 251);
  expect(await sha256Of(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'));
});

it('what else there is to do is done meanwhile', async () => {
  let turns = 0;
  const others = setInterval(() => (turns += 1), 0);
  await sha256Of(new Uint8Array(40_000_000));
  clearInterval(others);
  expect(turns).toBeGreaterThan(0);
});
