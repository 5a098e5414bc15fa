import fc from 'fast-check';
import type { Command } from '../src/domain/ledger/command.ts';
import type { GrantSource } from '../src/domain/ledger/grant.ts';

/**
 * Something that may happen to one person's credits. Jobs and keys number a small set so that steps meet; seconds count from
 * the moment of the step.
 */
export type LedgerStep =
  | {
      readonly step: 'grant';
      readonly key: number;
      readonly source: GrantSource;
      readonly amount: number;
      readonly lasts: number | null;
    }
  | {
      readonly step: 'declare';
      readonly key: number;
      readonly net: number;
      readonly lasts: number | null;
      readonly closed: boolean;
    }
  | { readonly step: 'revoke'; readonly key: number; readonly total: number }
  | { readonly step: 'adjust'; readonly key: number; readonly change: number }
  | { readonly step: 'hold'; readonly job: number; readonly amount: number; readonly lasts: number }
  | { readonly step: 'settle'; readonly job: number; readonly amount: number }
  | { readonly step: 'release'; readonly job: number }
  | { readonly step: 'refund'; readonly job: number; readonly key: number; readonly amount: number }
  | { readonly step: 'renew'; readonly jobs: readonly number[]; readonly lasts: number }
  | { readonly step: 'sweep' };

const job = fc.integer({ min: 1, max: 4 });
const key = fc.integer({ min: 1, max: 3 });
const amount = fc.integer({ min: 1, max: 70 });
const lasts = fc.integer({ min: 1, max: 30 });
const source = fc.constantFrom<GrantSource>('PLAN', 'GIFT', 'PURCHASE');
const change = fc.integer({ min: -60, max: 60 }).filter((value) => value !== 0);
const jobs = fc.uniqueArray(job, { minLength: 1 });
const is = <Name extends string>(step: Name) => fc.constant(step);

export const ledgerStep: fc.Arbitrary<LedgerStep> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ step: is('grant'), key, source, amount, lasts: fc.option(lasts) }) },
  fc.record({ step: is('declare'), key, net: fc.nat(80), lasts: fc.option(lasts), closed: fc.boolean() }),
  fc.record({ step: is('revoke'), key, total: amount }),
  fc.record({ step: is('adjust'), key, change }),
  { weight: 5, arbitrary: fc.record({ step: is('hold'), job, amount, lasts }) },
  { weight: 3, arbitrary: fc.record({ step: is('settle'), job, amount }) },
  fc.record({ step: is('release'), job }),
  fc.record({ step: is('refund'), job, key, amount }),
  fc.record({ step: is('renew'), jobs, lasts }),
  fc.record({ step: is('sweep') }),
);

/** One step, how often it comes at once, and how much time passes after it. */
export const ledgerStory = fc.array(
  fc.record({
    step: ledgerStep,
    times: fc.constantFrom(1, 1, 1, 2, 3),
    secondsAfter: fc.constantFrom(0, 0, 1, 7, 20),
  }),
  { minLength: 1, maxLength: 20 },
);

/** Rounds of steps: those of one round happen at the same moment, then time passes. */
export const ledgerRounds = fc.array(
  fc.record({
    steps: fc.array(ledgerStep, { minLength: 1, maxLength: 5 }),
    secondsAfter: fc.integer({ min: 0, max: 15 }),
  }),
  { minLength: 1, maxLength: 6 },
);

/** The command a step stands for, for one person at one moment. */
export function toCommand(taken: LedgerStep, userId: string, now: Date): Command {
  const jobId = (number: number) => `${userId}:${number}`;
  const keyOf = (kind: string, number: number) => `${userId}:${kind}:${number}`;
  const until = (seconds: number) => new Date(now.getTime() + seconds * 1_000);
  const expiry = (seconds: number | null) => (seconds === null ? null : until(seconds));
  switch (taken.step) {
    case 'grant': {
      const { source: from, amount: given } = taken;
      return {
        type: 'grant',
        key: keyOf('grant', taken.key),
        source: from,
        amount: given,
        expiresAt: expiry(taken.lasts),
      };
    }
    case 'declare': {
      const { net, closed } = taken;
      return {
        type: 'declare',
        key: keyOf('order', taken.key),
        source: 'PURCHASE',
        net,
        closed,
        expiresAt: expiry(taken.lasts),
      };
    }
    case 'revoke':
      return { type: 'revoke', key: keyOf('grant', taken.key), total: taken.total };
    case 'adjust':
      return { type: 'adjust', key: keyOf('adjust', taken.key), change: taken.change, note: 'a slip' };
    case 'hold':
      return { type: 'hold', jobId: jobId(taken.job), amount: taken.amount, expiresAt: until(taken.lasts) };
    case 'settle':
      return { type: 'settle', jobId: jobId(taken.job), amount: taken.amount };
    case 'release':
      return { type: 'release', jobId: jobId(taken.job) };
    case 'refund':
      return { type: 'refund', jobId: jobId(taken.job), key: keyOf('refund', taken.key), amount: taken.amount };
    case 'renew':
      return { type: 'renew', jobIds: taken.jobs.map(jobId), expiresAt: until(taken.lasts) };
    case 'sweep':
      return { type: 'sweep' };
  }
}
