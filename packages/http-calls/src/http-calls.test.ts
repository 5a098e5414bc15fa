import { describe, expect, it } from 'vitest';
import { AnswerTooLong, readBounded, retryAfterMs } from './index.ts';

/** An answer that never ends, and tells when nobody listens any more. */
function endless() {
  const seen = { isCanceled: false };
  const body = new ReadableStream<Uint8Array>({
    pull: (stream) => stream.enqueue(new Uint8Array(1_000)),
    cancel: () => void (seen.isCanceled = true),
  });
  return { response: new Response(body), seen };
}

describe('an answer of a server', () => {
  it('is read whole up to its bound', async () => {
    const bytes = await readBounded(new Response('말소리'), { sizeBytesMax: 9 });
    expect(bytes.toString()).toBe('말소리');
    expect(await readBounded(new Response(null), { sizeBytesMax: 1 })).toHaveLength(0);
  });

  it('is not listened to beyond its bound', async () => {
    const long = endless();
    await expect(readBounded(long.response, { sizeBytesMax: 2_500 })).rejects.toBeInstanceOf(AnswerTooLong);
    expect(long.seen.isCanceled).toBe(true);

    const complaint = endless();
    expect(await readBounded(complaint.response, { sizeBytesMax: 2_500, cut: true })).toHaveLength(2_500);
    expect(complaint.seen.isCanceled).toBe(true);
  });

  it.each([
    ['2', 2_000],
    ['0', 0],
    ['-1', undefined],
    ['soon', undefined],
    [null, undefined],
  ])('that says to come back after %s is taken at its word: %s ms', (said, ms) => {
    const headers = said === null ? {} : { 'retry-after': said };
    expect(retryAfterMs(new Response(null, { status: 503, headers }))).toBe(ms);
  });
});
