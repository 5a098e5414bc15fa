import { createHash, randomBytes } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BodyThread } from './body-thread.ts';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const thread = new BodyThread();
let dir: string;
let files = 0;

beforeAll(async () => void (dir = await mkdtemp(join(tmpdir(), 'modu-body-'))));
afterAll(() => rm(dir, { recursive: true, force: true }));

async function withFile<Answer>(work: (file: FileHandle, path: string) => Promise<Answer>): Promise<Answer> {
  const path = join(dir, String(files++));
  const file = await open(path, 'wx');
  try {
    return await work(file, path);
  } finally {
    await file.close();
  }
}

/** Sends the bytes cut into pieces, every other of them alone in its memory, as the network brings them. */
const store = (bytes: Uint8Array, cutBytes: number) =>
  withFile(async (file, path) => {
    const sink = thread.open(file.fd, ['sha256', 'md5']);
    for (let at = 0; at < bytes.length; at += cutBytes) {
      const piece = bytes.subarray(at, at + cutBytes);
      await sink.write((at / cutBytes) % 2 ? Buffer.from(new Uint8Array(piece).buffer) : Buffer.from(piece));
    }
    const digests = await sink.finish();
    return { digest: Buffer.from(digests.get('sha256') ?? []).toString('hex'), kept: await readFile(path) };
  });

describe('a body that goes to another thread', () => {
  it('is in the file with its digest, however it was cut', async () => {
    const size = fc.integer({ min: 0, max: 3_000_000 });
    await fc.assert(
      fc.asyncProperty(size, fc.integer({ min: 10_000, max: 700_000 }), async (sizeBytes, cutBytes) => {
        const bytes = randomBytes(sizeBytes);

        const { digest, kept } = await store(bytes, cutBytes);

        expect(digest).toBe(sha256(bytes));
        expect(kept.equals(bytes)).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  it('is kept apart from others, also from one that was given up and from one whose disk failed', async () => {
    const bodies = Array.from({ length: 12 }, () => randomBytes(2_500_000));
    const givenUp = withFile(async (file, path) => {
      const sink = thread.open(file.fd, ['sha256']);
      await sink.write(randomBytes(600_000));
      await sink.drop();
      const { length } = await readFile(path);
      return length;
    });
    const failed = withFile(async (_file, path) => {
      const unwritable = await open(path, 'r');
      const sink = thread.open(unwritable.fd, ['sha256']);
      await sink.write(randomBytes(600_000));
      const outcome = await sink.finish().catch((error: unknown) => error);
      await sink.drop();
      await unwritable.close();
      return outcome;
    });

    const stored = await Promise.all(bodies.map((bytes) => store(bytes, 65_536)));

    expect(stored.map(({ digest }) => digest)).toEqual(bodies.map(sha256));
    expect(await givenUp).toBe(600_000);
    expect(await failed).toMatchObject({ message: expect.stringContaining('EBADF') as string });
  });
});
