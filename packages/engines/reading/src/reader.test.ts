import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as confined from '@modu/confined';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { makePdf } from '../testing/index.ts';
import { createReader } from './index.ts';
import type { Reader } from './index.ts';

vi.mock('@modu/confined', { spy: true });
afterEach(() => vi.clearAllMocks());

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
  onParts: () => Promise.resolve(),
  ...over,
});

describe('a reader', () => {
  it('waits for who keeps what it reads, so that it never runs ahead', async () => {
    let open = 0;
    let most = 0;
    const onParts = async () => {
      most = Math.max(most, (open += 1));
      await new Promise((resolve) => setTimeout(resolve, 1));
      open -= 1;
    };

    await createReader().read({ ...order, path }, watch({ onParts }));

    expect(most).toBe(1);
  });

  it('stops at once when it is told to', async () => {
    const stopping = new AbortController();
    const reason = new Error('canceled');
    const onParts = () => Promise.resolve(stopping.abort(reason));

    await expect(createReader().read({ ...order, path }, watch({ onParts, signal: stopping.signal }))).rejects.toBe(
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

describe('the next PDF', () => {
  let reader: Reader;
  beforeEach(() => void (reader = createReader()));
  afterEach(() => reader.close());
  const started = () => vi.mocked(confined.startConfined).mock.results.length;
  const processes = () =>
    Promise.all(vi.mocked(confined.startConfined).mock.results.map(({ value }) => value as Promise<ChildProcess>));
  const readPdf = async (text: string) => {
    const pdf = join(folder, text);
    writeFileSync(pdf, makePdf([[{ text, x: 72, y: 700, size: 11 }]]));
    const seen: unknown[] = [];
    const onParts = (parts: readonly object[]) => Promise.resolve(void seen.push(...parts));
    await reader.read({ ...order, path: pdf, filename: 'a.pdf' }, watch({ onParts }));
    return JSON.stringify(seen);
  };

  it('that is expected is read by the process that began then', async () => {
    reader.expect({ filename: 'a.txt', recognise: false });
    reader.expect({ filename: 'a.pdf', recognise: true });
    reader.expect({ filename: 'a.pdf', recognise: false });
    await vi.waitFor(() => expect(started()).toBe(1));
    expect(await readPdf('expected')).toContain('expected');

    // The other waits for the next.
    await vi.waitFor(() => expect(started()).toBe(2));
  });

  it('is read by a process with a copy of its own of the compiled code, once there is some', async () => {
    await reader.makeReady();
    const [made] = vi.mocked(confined.startConfined).mock.calls.map(([{ compiled }]) => compiled);
    expect(await readPdf('compiled')).toContain('compiled');

    const [, ...copies] = vi.mocked(confined.startConfined).mock.calls.map(([{ compiled }]) => compiled);
    expect(copies[0]).toBeDefined();
    expect(copies).not.toContain(made);
    const [version] = readdirSync(made!);
    expect(readdirSync(join(made!, version!)).length).toBeGreaterThan(20);

    await reader.close();
    expect(existsSync(made!)).toBe(false);
  });

  it('is read by a process that waited for it, which reads no other', async () => {
    expect(await readPdf('first')).toContain('first');
    await vi.waitFor(() => expect(started()).toBe(2));
    expect(await readPdf('second')).toContain('second');
    await vi.waitFor(() => expect(started()).toBe(3));
    await reader.read({ ...order, path }, watch());

    expect(started()).toBe(4);
    await reader.close();
    const all = await processes();
    await vi.waitFor(() => expect(all.every(({ signalCode }) => signalCode === 'SIGKILL')).toBe(true));
  });
});
