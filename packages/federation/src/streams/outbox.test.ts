import { describe, expect, it } from 'vitest';
import { createOutbox } from './outbox.ts';
import type { OverflowPolicy } from './outbox.ts';

const event = (n: number) => ({ data: { n } });
const lagged = { data: { lagged: true } };

function outbox(policy: OverflowPolicy, sizeMax: number) {
  let closed = 0;
  const made = createOutbox<object>({ policy, sizeMax, lagged, onClose: () => (closed += 1) });
  return { ...made, closedTimes: () => closed };
}

async function drain(events: AsyncIterable<unknown>) {
  const seen: unknown[] = [];
  for await (const one of events) seen.push(one);
  return seen;
}

describe('the outbox of a client', () => {
  it('delivers in order and ends after the last event', async () => {
    const { push, end, events, closedTimes } = outbox('all', 10);
    [1, 2, 3].forEach((n) => push(event(n)));
    end();

    expect(await drain(events)).toEqual([event(1), event(2), event(3)]);
    expect(closedTimes()).toBe(1);
  });

  it('wakes a client that was waiting', async () => {
    const { push, events } = outbox('all', 10);
    const next = events.next();
    push(event(1));

    expect(await next).toEqual({ done: false, value: event(1) });
  });

  it('keeps only the newest for a slow client of a progress stream, and never more than its size', async () => {
    const { push, end, events } = outbox('latest', 4);
    for (let n = 1; n <= 1_000; n++) push(event(n));
    end();

    const seen = await drain(events);
    expect(seen.length).toBeLessThanOrEqual(4);
    expect(seen.at(-1)).toEqual(event(1_000));
  });

  it('tells a client that is too slow for a stream in which every event counts', async () => {
    const { push, events } = outbox('all', 4);
    for (let n = 1; n <= 6; n++) push(event(n));

    expect(await drain(events)).toEqual([lagged]);
  });

  it('closes once when the client leaves, also while it waits', async () => {
    const { events, push, closedTimes } = outbox('all', 4);
    const waiting = events.next();
    await events.return?.();
    push(event(1));

    expect(await waiting).toEqual({ done: true, value: undefined });
    expect(closedTimes()).toBe(1);
  });
});
