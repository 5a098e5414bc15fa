import { createHash, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HashThread } from './hash-thread.ts';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const thread = new HashThread();

async function hashOf(bytes: Uint8Array, cutBytes: number): Promise<string> {
  const hash = thread.sha256();
  for (let at = 0; at < bytes.length; at += cutBytes) await hash.update(bytes.subarray(at, at + cutBytes));
  return (await hash.digest()).toString('hex');
}

describe('a hash computed in another thread', () => {
  it('is the hash of the bytes, however they are cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 3_000_000 }),
        fc.integer({ min: 10_000, max: 700_000 }),
        async (sizeBytes, cutBytes) => {
          const bytes = randomBytes(sizeBytes);

          expect(await hashOf(bytes, cutBytes)).toBe(sha256(bytes));
        },
      ),
      { numRuns: 20 },
    );
  });

  it('keeps many bodies apart, also beside one that was given up', async () => {
    const bodies = Array.from({ length: 12 }, () => randomBytes(2_500_000));
    const givenUp = thread.sha256();
    await givenUp.update(randomBytes(600_000));

    const hashes = Promise.all(bodies.map((bytes) => hashOf(bytes, 65_536)));
    givenUp.drop();

    expect(await hashes).toEqual(bodies.map(sha256));
  });
});
