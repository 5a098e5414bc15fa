import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { planParts } from './part-plan.ts';
import { putParts } from './put-parts.ts';
import type { PutPartsOptions } from './put-parts.ts';
import { NotTakenError, UploadError } from './upload-error.ts';

const bytes = new TextEncoder().encode('0123456789abcdefghijklmnopqrstuvwxyz');
const file = new Blob([bytes]);
const cut = () => new UploadError({ kind: 'network' });

/** A bucket that fails as often as a test wants. */
function bucket(fail: (number: number, tries: number) => Error | undefined = () => undefined) {
  const stored = new Map<number, string>();
  const tries = new Map<number, number>();
  const signed: { number: number; sha256: string }[] = [];
  let open = 0;
  let openMax = 0;
  const send = (more: Partial<PutPartsOptions> = {}) =>
    putParts({
      file,
      parts: planParts({ sizeBytes: file.size, partSizeBytes: 5, received: [] }),
      receivedBytes: 0,
      rest: () => Promise.resolve(),
      signal: new AbortController().signal,
      onSent: () => undefined,
      sign: async (part) => {
        signed.push(part);
        return { url: String(part.number), headers: [] };
      },
      put: async ({ url, body, signal }) => {
        open += 1;
        openMax = Math.max(openMax, open);
        await Promise.resolve();
        open -= 1;
        signal.throwIfAborted();
        const number = Number(url);
        tries.set(number, (tries.get(number) ?? 0) + 1);
        const error = fail(number, tries.get(number) ?? 0);
        if (error) throw error;
        stored.set(number, new TextDecoder().decode(await body.arrayBuffer()));
        return 'etag';
      },
      ...more,
    });
  const whole = () =>
    [...stored]
      .toSorted(([a], [b]) => a - b)
      .map(([, text]) => text)
      .join('');
  return { send, signed, stored, tries, whole, openMax: () => openMax };
}

describe('sending a file in parts', () => {
  it('sends every part once, signed with its own SHA-256, no more than four at a time', async () => {
    const { send, signed, whole, openMax } = bucket();
    const sent: number[] = [];
    await send({ onSent: (sentBytes) => sent.push(sentBytes) });

    expect(whole()).toBe(new TextDecoder().decode(bytes));
    expect(openMax()).toBeLessThanOrEqual(4);
    const first = signed.find(({ number }) => number === 1);
    expect(first?.sha256).toBe(createHash('sha256').update('01234').digest('hex'));
    expect(sent.at(-1)).toBe(bytes.length);
  });

  it('sends a part again when the line was cut, and only that part', async () => {
    const { send, tries, whole } = bucket((number, count) => (number === 3 && count <= 2 ? cut() : undefined));
    await send();

    expect(whole()).toBe(new TextDecoder().decode(bytes));
    expect([tries.get(3), tries.get(2)]).toEqual([3, 1]);
  });

  it('signs a part anew whose address has ended meanwhile, as of a computer that slept', async () => {
    const ended = new NotTakenError();
    const { send, signed, whole } = bucket((number, count) => (number === 2 && count === 1 ? ended : undefined));
    await send();

    expect(whole()).toBe(new TextDecoder().decode(bytes));
    expect(signed.filter(({ number }) => number === 2)).toHaveLength(2);

    const closed = bucket(() => ended);
    await expect(closed.send()).rejects.toBe(ended);
  });

  it('gives up after some tries, or at once on a refusal, and stops the others', async () => {
    const dead = bucket((number) => (number === 2 ? cut() : undefined));
    await expect(dead.send()).rejects.toMatchObject({ problem: { kind: 'network' } });
    expect(dead.tries.get(2)).toBe(6);

    const refused = new UploadError({ kind: 'refused', code: 'EXPIRED', message: 'Too late' });
    const late = bucket((number) => (number === 1 ? refused : undefined));
    await expect(late.send()).rejects.toBe(refused);
    expect(late.tries.get(1)).toBe(1);
  });

  it('stops when it is paused, and goes on with what is missing', async () => {
    const { send, stored, whole } = bucket();
    const pause = new AbortController();
    const paused = new DOMException('Paused', 'AbortError');
    const sending = send({ signal: pause.signal, onSent: () => pause.abort(paused) });
    await expect(sending).rejects.toBe(paused);

    const received = [...stored].map(([number, text]) => ({ number, sizeBytes: text.length }));
    expect(received.length).toBeLessThan(8);
    await send({ parts: planParts({ sizeBytes: file.size, partSizeBytes: 5, received }) });
    expect(whole()).toBe(new TextDecoder().decode(bytes));
  });
});
