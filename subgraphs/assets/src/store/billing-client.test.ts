import { describe, expect, it } from 'vitest';
import { createQuotaReader } from './billing-client.ts';

function aCaller(storageBytes: () => number) {
  const asked: unknown[] = [];
  return {
    asked,
    call: <Data>({ variables }: { variables?: unknown }): Promise<Data> => {
      asked.push(variables);
      return Promise.resolve({ accountTerms: { storageBytes: storageBytes() } } as Data);
    },
  };
}

describe('what a plan allows', () => {
  it('is asked once a minute for each person', async () => {
    let now = 0;
    let allowed = 10;
    const caller = aCaller(() => allowed);
    const quota = createQuotaReader(caller, () => now);

    expect(await quota.quotaBytesOf('a')).toBe(10);
    allowed = 20;
    now = 59_999;
    expect(await quota.quotaBytesOf('a')).toBe(10);
    expect(await quota.quotaBytesOf('b')).toBe(20);
    now = 60_000;
    expect(await quota.quotaBytesOf('a')).toBe(20);
    expect(caller.asked).toEqual([{ userId: 'a' }, { userId: 'b' }, { userId: 'a' }]);
  });

  it('is not remembered from before a change of which we hear while we ask', async () => {
    const answers = [Promise.withResolvers<object>(), Promise.withResolvers<object>()];
    let asked = 0;
    const call = <Data>() => answers[asked++]?.promise as Promise<Data>;
    const quota = createQuotaReader({ call }, () => 0);

    const before = quota.quotaBytesOf('a');
    quota.forget('a');
    answers[0]?.resolve({ accountTerms: { storageBytes: 10 } });
    answers[1]?.resolve({ accountTerms: { storageBytes: 20 } });

    expect(await before).toBe(10);
    expect(await quota.quotaBytesOf('a')).toBe(20);
  });

  it('is remembered for ten thousand people at most', async () => {
    const caller = aCaller(() => 1);
    const quota = createQuotaReader(caller, () => 0);
    for (let i = 0; i <= 10_000; i++) await quota.quotaBytesOf(`user-${i}`);
    caller.asked.length = 0;

    await quota.quotaBytesOf('user-10000');
    expect(caller.asked).toEqual([]);
    await quota.quotaBytesOf('user-0');
    expect(caller.asked).toEqual([{ userId: 'user-0' }]);
  });

  it('is not guessed when the answer is none', async () => {
    await expect(createQuotaReader(aCaller(() => Number.NaN)).quotaBytesOf('a')).rejects.toThrow();
  });
});
