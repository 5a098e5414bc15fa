import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { hashFile } from './hash-file.ts';
import type { HashMessage } from './hash-in-worker.ts';

/** Too large for the browser's own hash. */
const LARGE = new File([new Uint8Array(17 * 2 ** 20)], 'film.bin');
type Answer = HashMessage | 'error';

/** Workers that answer a file with what is given, one after the other. */
function withWorkers(...answers: readonly (readonly Answer[])[]): void {
  const left = [...answers];
  vi.stubGlobal(
    'Worker',
    class extends EventTarget {
      postMessage() {
        const says = left.shift() ?? [];
        queueMicrotask(() => {
          for (const one of says) {
            this.dispatchEvent(one === 'error' ? new Event('error') : new MessageEvent('message', { data: one }));
          }
        });
      }
      terminate() {}
    },
  );
}

const hash = () => {
  const hashing = hashFile(LARGE, { signal: new AbortController().signal, onRead: () => undefined });
  hashing.catch(() => undefined);
  return hashing;
};

describe('a large file whose worker', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('could not be fetched over a cut line is hashed once it could be', async () => {
    withWorkers(['error'], ['error'], [{ kind: 'done', sha256: 'ab' }]);
    const hashing = hash();
    await vi.advanceTimersByTimeAsync(60_000);
    await expect(hashing).resolves.toBe('ab');
  });

  it('is never there waits for the line, like any upload', async () => {
    withWorkers(...Array.from({ length: 50 }, () => ['error' as const]));
    const hashing = hash();
    await vi.advanceTimersByTimeAsync(120_000);
    await expect(hashing).rejects.toMatchObject({ problem: { kind: 'network' } });
  });

  it('ends over the bytes cannot be read, and is not begun again', async () => {
    withWorkers([{ kind: 'read', readBytes: 1 }, 'error'], [{ kind: 'done', sha256: 'ab' }]);
    await expect(hash()).rejects.toMatchObject({ problem: { kind: 'unreadable' } });
  });
});
