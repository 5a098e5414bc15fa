import { describe, expect, it } from 'vitest';
import { createOutbox } from './outbox.ts';

const part = (number: number, text = '빛') => ({
  number,
  blocks: [{ kind: 'PARAGRAPH', text, spans: [], page: null }] as const,
});

/** Somebody who keeps what they are told when they are let. */
function slowKeeper() {
  const told: number[][] = [];
  const waiting: (() => void)[] = [];
  return {
    told,
    tell: (parts: readonly { readonly number: number }[]) => {
      told.push(parts.map(({ number }) => number));
      return new Promise<void>((resolve) => waiting.push(resolve));
    },
    keep: () => waiting.shift()?.(),
  };
}

describe('parts on their way to who keeps them', () => {
  it('are told several at a time, the first alone and at once; no more are told before those are kept', async () => {
    const keeper = slowKeeper();
    const outbox = createOutbox(keeper.tell);

    for (let number = 1; number <= 20; number += 1) await outbox.add(part(number));
    expect(keeper.told).toEqual([[1]]);

    const full = outbox.add(part(21));
    keeper.keep();
    await full;
    expect(keeper.told).toHaveLength(2);
    expect(keeper.told[1]).toEqual(Array.from({ length: 20 }, (_, at) => at + 2));
  });

  it('do not wait for others when they are long', async () => {
    const keeper = slowKeeper();
    const outbox = createOutbox(keeper.tell);
    await outbox.add(part(1));
    keeper.keep();
    await outbox.add(part(2, '빛'.repeat(200_000)));
    expect(keeper.told).toEqual([[1], [2]]);
  });

  it('are all kept when the last were told', async () => {
    const keeper = slowKeeper();
    const outbox = createOutbox(keeper.tell);
    for (const number of [1, 2, 3]) await outbox.add(part(number));
    let isOver = false;
    const over = outbox.flush().then(() => (isOver = true));

    keeper.keep();
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect([keeper.told, isOver]).toEqual([[[1], [2, 3]], false]);

    keeper.keep();
    await over;
    await outbox.flush();
    expect(keeper.told).toHaveLength(2);
  });
});
