import { describe, expect, it, vi } from 'vitest';
import { createUnanswered } from './unanswered.ts';

interface Sent {
  readonly text: string;
  readonly idempotencyKey: string;
}

const keysOf = (send: { readonly mock: { readonly calls: readonly (readonly [Sent])[] } }) =>
  send.mock.calls.map(([{ idempotencyKey }]) => idempotencyKey);
const lost = () => Promise.reject(new Error('no answer'));

describe('an order that costs something', () => {
  it('goes out again under its old key when its answer was lost, and under a new one once it was answered', async () => {
    const order = createUnanswered();
    const send = vi.fn<(input: Sent) => Promise<string>>().mockImplementationOnce(lost).mockResolvedValue('a job');
    await expect(order({ text: 'Hello' }, send)).rejects.toThrow('no answer');
    await order({ text: 'Hello' }, send);
    await order({ text: 'Hello' }, send);
    const [first, second, third] = keysOf(send);
    expect(second).toBe(first);
    expect(third).not.toBe(first);
  });

  it('goes out under a key of its own when it is another wish', async () => {
    const order = createUnanswered();
    const send = vi.fn<(input: Sent) => Promise<string>>().mockImplementation(lost);
    await expect(order({ text: 'Hello' }, send)).rejects.toThrow();
    await expect(order({ text: 'Good bye' }, send)).rejects.toThrow();
    expect(new Set(keysOf(send)).size).toBe(2);
  });
});
