import { describe, expect, it } from 'vitest';
import { AuthError } from '../auth/index.ts';
import { GraphError } from '../graph/index.ts';
import type { GraphErrorCode } from '../graph/index.ts';
import { askPatiently } from './ask-patiently.ts';

const failure = (code: GraphErrorCode, retryAfterMs: number | null = null) =>
  new GraphError({ code, message: code, traceId: 'trace', retryAfterMs });

/** Plays the graph: throws what is given, one after the other, then answers. */
function graphOf(...errors: readonly Error[]) {
  const waits: number[] = [];
  const left = [...errors];
  const ask = () => {
    const error = left.shift();
    return error ? Promise.reject(error) : Promise.resolve('answered');
  };
  const wait = (ms: number) => {
    waits.push(ms);
    return Promise.resolve();
  };
  return { ask, waits, options: { wait } };
}
const { signal } = new AbortController();

describe('asking for an upload', () => {
  it('waits as long as the server says when there were too many questions, and never longer than a minute', async () => {
    const { ask, waits, options } = graphOf(
      failure('RATE_LIMITED', 2_000),
      failure('RATE_LIMITED'),
      failure('RATE_LIMITED', 900_000),
    );
    expect(await askPatiently(ask, signal, options)).toBe('answered');
    expect(waits).toEqual([2_000, 5_000, 60_000]);
  });

  it('gives up at last', async () => {
    const { ask, waits, options } = graphOf(...Array.from({ length: 20 }, () => failure('RATE_LIMITED', 1_000)));
    await expect(askPatiently(ask, signal, options)).rejects.toMatchObject({ problem: { kind: 'unknown' } });
    expect(waits).toHaveLength(7);
  });

  it('asks again over a line that was cut, later each time, and gives up at last', async () => {
    const brief = graphOf(failure('UNREACHABLE'), failure('UNREACHABLE'));
    expect(await askPatiently(brief.ask, signal, brief.options)).toBe('answered');
    expect(brief.waits).toEqual([500, 1_000]);
    const long = graphOf(...Array.from({ length: 20 }, () => failure('UNREACHABLE')));
    await expect(askPatiently(long.ask, signal, long.options)).rejects.toMatchObject({ problem: { kind: 'network' } });
    expect(long.waits).toEqual([500, 1_000, 2_000, 4_000, 8_000]);
  });

  it('takes a token that cannot be had for a cut line, and an ended session for one that lasts', async () => {
    const offline = graphOf(new AuthError('unreachable'), new AuthError('unreachable'));
    expect(await askPatiently(offline.ask, signal, offline.options)).toBe('answered');
    const long = graphOf(...Array.from({ length: 20 }, () => new AuthError('unreachable')));
    await expect(askPatiently(long.ask, signal, long.options)).rejects.toMatchObject({ problem: { kind: 'network' } });
    const ended = graphOf(failure('UNAUTHENTICATED'));
    await expect(askPatiently(ended.ask, signal, ended.options)).rejects.toMatchObject({
      problem: { kind: 'network' },
    });
  });

  it('tells at once what waiting would not change, or whoever asks tries again anyway', async () => {
    const cut = graphOf(failure('UNREACHABLE'));
    const once = { ...cut.options, cutTriesMax: 1 };
    await expect(askPatiently(cut.ask, signal, once)).rejects.toMatchObject({ problem: { kind: 'network' } });
    const broken = graphOf(failure('INTERNAL'));
    const problem = { kind: 'unknown', traceId: 'trace' };
    await expect(askPatiently(broken.ask, signal, broken.options)).rejects.toMatchObject({ problem });
    expect([...cut.waits, ...broken.waits]).toEqual([]);
  });

  it('ends with the reason of whoever stopped it', async () => {
    const stopped = AbortSignal.abort(new DOMException('Paused', 'AbortError'));
    const { ask, options } = graphOf(failure('RATE_LIMITED', 1_000));
    await expect(askPatiently(ask, stopped, options)).rejects.toThrow('Paused');
  });
});
