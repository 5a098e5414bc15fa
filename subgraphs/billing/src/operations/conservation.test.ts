import { createId } from '@modu/ids';
import { testDatabase } from '@modu/testkit';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestStore } from '../../testing/index.ts';
import { auditLedger, problemsIn } from '../../testing/ledger-audit.ts';
import { ledgerRounds, ledgerStory, toCommand } from '../../testing/ledger-steps.ts';
import { openPaperLedger, sumUp } from '../../testing/paper-ledger.ts';
import type { BillingStore } from '../store/database.ts';
import { createLedger } from '../store/ledger.ts';

let database: Awaited<ReturnType<typeof testDatabase>>;
let store: BillingStore;
let now = new Date('2026-11-20T09:00:00Z');

beforeAll(async () => {
  database = await testDatabase('billing-conservation');
  store = await openTestStore(database.url, () => now);
});

afterAll(async () => {
  await store.close();
  await database.drop();
});

const audit = (userId: string) => auditLedger(store.ledger.pool, userId);

/** `FC_DB_RUNS` and `FC_SEED` in the environment lengthen a run or bring one back. */
const numRuns = Number(process.env['FC_DB_RUNS'] ?? 250);
const seed = Number(process.env['FC_SEED'] ?? Date.now() % 2 ** 31);
const TOGETHER = 60;

describe('credits in the database', () => {
  it(
    `are neither made nor lost, whatever happens at the same moment (seed ${seed})`,
    { timeout: 300_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(ledgerRounds, async (rounds) => {
          const userId = createId();
          // Two desks, as two processes have them: their transactions wait for each other's locks.
          const desks = [store.ledger, createLedger(store.ledger.pool, () => now)] as const;
          for (const { steps, secondsAfter } of rounds) {
            await Promise.all(
              steps.map((step, index) =>
                (index % 2 === 0 ? desks[0] : desks[1]).run(userId, toCommand(step, userId, now)),
              ),
            );
            expect(problemsIn(await audit(userId))).toEqual([]);
            now = new Date(now.getTime() + secondsAfter * 1_000);
          }
        }),
        { numRuns: Math.ceil(numRuns / 4), seed },
      );
    },
  );

  it(`end as the rules on paper say, for many people at once (seed ${seed})`, { timeout: 300_000 }, async () => {
    const stories = fc.sample(ledgerStory, { numRuns, seed });
    const ledger = createLedger(store.ledger.pool, () => now);
    // Many people take their next step at the same moment, so that the desk writes them together.
    for (let index = 0; index < stories.length; index += TOGETHER) {
      const group = stories.slice(index, index + TOGETHER);
      const people = group.map((story) => {
        const userId = createId();
        return { story, userId, paper: openPaperLedger(userId, now) };
      });
      for (const [turn, { secondsAfter }] of longest(group).entries()) {
        await Promise.all(
          people.map(async ({ story, userId, paper }) => {
            const { step = { step: 'sweep' } as const, times = 1 } = story[turn] ?? {};
            for (let time = 0; time < times; time++) {
              const real = await ledger.run(userId, toCommand(step, userId, now));
              const onPaper = paper.run(toCommand(step, userId, now), now);
              expect(inWords(real)).toBe(inWords(onPaper));
            }
          }),
        );
        now = new Date(now.getTime() + secondsAfter * 1_000);
      }
      for (const { userId, paper } of people) {
        const { entries: _, ...sums } = sumUp(paper.book);
        const seen = await audit(userId);
        expect(seen).toMatchObject(sums);
        expect(problemsIn(seen)).toEqual([]);
      }
    }
  });
});

const longest = <Item>(lists: readonly (readonly Item[])[]): readonly Item[] =>
  lists.reduce((most, list) => (list.length > most.length ? list : most), []);

const inWords = (answer: unknown) => JSON.stringify(sorted(answer));

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
