import { isRefusal } from '@modu/errors';
import { createId } from '@modu/ids';
import { auditLedger, problemsIn } from './ledger-audit.ts';
import { openTestStore } from './open-test-store.ts';
import { openPlainHolds } from './plain-prisma-hold.ts';

/** How many holds a second, and how long each took, for one way of holding on some number of accounts. */
export interface HoldRun {
  readonly way: 'ledger' | 'plain Prisma';
  readonly accounts: number;
  readonly holdsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

const CREDITS = 1_000_000;
const CLIENTS = 64;
const RUN_MS = 5_000;
const WARM_MS = 1_000;

type HoldOnce = (userId: string) => Promise<unknown>;

/** Measures holds on one hot account and on a thousand, ours and plain Prisma's in turns on the same database. */
export async function benchHolds(url: string): Promise<HoldRun[]> {
  const store = await openTestStore(url);
  const plain = openPlainHolds(url);
  const ours: HoldOnce = async (userId) => {
    const expiresAt = new Date(Date.now() + 600_000);
    const held = await store.ledger.run(userId, { type: 'hold', jobId: createId(), amount: 1, expiresAt });
    if (isRefusal(held)) throw new Error(`A hold was refused: ${held.reason}`);
  };
  const theirs: HoldOnce = (userId) => plain.hold({ userId, jobId: createId(), amount: 1 });
  try {
    const runs: HoldRun[] = [];
    for (const accounts of [1, 1_000]) {
      const people = Array.from({ length: accounts }, () => createId());
      const given = { type: 'grant', source: 'GIFT', amount: CREDITS } as const;
      await Promise.all(people.map((userId) => store.ledger.run(userId, { ...given, key: `bench:${userId}` })));
      for (const [way, hold] of [
        ['ledger', ours],
        ['plain Prisma', theirs],
      ] as const) {
        await measure(hold, people, WARM_MS);
        runs.push({ way, accounts, ...(await measure(hold, people, RUN_MS)) });
      }
      const problems = problemsIn(await auditLedger(store.ledger.pool, people[0] ?? ''));
      if (problems.length > 0) throw new Error(`After the measurement it does not hold that ${problems.join(', ')}.`);
    }
    return runs;
  } finally {
    await plain.close();
    await store.close();
  }
}

async function measure(hold: HoldOnce, people: readonly string[], runMs: number) {
  const times: number[] = [];
  const startedAt = performance.now();
  const client = async (first: number) => {
    for (let turn = first; performance.now() - startedAt < runMs; turn += CLIENTS) {
      const askedAt = performance.now();
      await hold(people[turn % people.length] ?? '');
      times.push(performance.now() - askedAt);
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, (_, first) => client(first)));
  const seconds = (performance.now() - startedAt) / 1_000;
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(times.length * share)] ?? Number.NaN;
  return { holdsPerSecond: times.length / seconds, p50Ms: at(0.5), p99Ms: at(0.99) };
}
