import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createReader } from './index.ts';

const MEGABYTE = 1_048_576;
let folder: string;
let path: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'modu-reader-'));
  path = join(folder, 'document');
  writeFileSync(path, 'one\n\n'.repeat(50_000));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const order = { filename: 'a.txt', language: null, fromPart: 1, recognise: false };
const watch = (over: object = {}) => ({
  signal: new AbortController().signal,
  onHead: () => Promise.resolve(),
  onPart: () => Promise.resolve(),
  ...over,
});

describe('a reader', () => {
  it('waits for who keeps what it reads, so that it never runs ahead', async () => {
    let open = 0;
    let most = 0;
    const onPart = async () => {
      most = Math.max(most, (open += 1));
      await new Promise((resolve) => setTimeout(resolve, 1));
      open -= 1;
    };

    await createReader().read({ ...order, path }, watch({ onPart }));

    expect(most).toBe(1);
  });

  it('stops at once when it is told to', async () => {
    const stopping = new AbortController();
    const reason = new Error('canceled');
    const onPart = () => Promise.resolve(stopping.abort(reason));

    await expect(createReader().read({ ...order, path }, watch({ onPart, signal: stopping.signal }))).rejects.toBe(
      reason,
    );
  });

  it('is ended when a document wants more memory than it is given, and says so', async () => {
    const hungry = join(folder, 'hungry');
    writeFileSync(hungry, '<i>x</i>'.repeat(1_500_000));

    const reading = createReader({ memoryBytesMax: 120 * MEGABYTE }).read(
      { ...order, path: hungry, filename: 'a.html' },
      watch(),
    );

    await expect(reading).rejects.toMatchObject({ code: 'TOO_LARGE' });
  });
});
