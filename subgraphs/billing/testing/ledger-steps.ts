import type { Viewer } from '@modu/viewer';
import fc from 'fast-check';
import { grantCredits } from '../src/operations/grant-credits.ts';
import { holdCredits } from '../src/operations/hold-credits.ts';
import { releaseAllDueHolds } from '../src/operations/release-due-holds.ts';
import { releaseHold } from '../src/operations/release-hold.ts';
import { renewHolds } from '../src/operations/renew-holds.ts';
import { settleHold } from '../src/operations/settle-hold.ts';
import type { Ledger } from '../src/store/ledger.ts';

/** Something that may happen to one person's credits; `job` and `key` number a small set so that steps meet. */
export type LedgerStep =
  | { readonly step: 'grant'; readonly key: number; readonly amount: number }
  | { readonly step: 'hold'; readonly job: number; readonly amount: number; readonly expiresInSeconds: number }
  | { readonly step: 'settle'; readonly job: number; readonly amount: number }
  | { readonly step: 'release'; readonly job: number }
  | { readonly step: 'renew'; readonly jobs: readonly number[]; readonly expiresInSeconds: number }
  | { readonly step: 'sweep' };

const job = fc.integer({ min: 1, max: 4 });
const amount = fc.integer({ min: 1, max: 70 });
const expiresInSeconds = fc.integer({ min: 1, max: 30 });

const step: fc.Arbitrary<LedgerStep> = fc.oneof(
  fc.record({ step: fc.constant('grant' as const), key: fc.integer({ min: 1, max: 3 }), amount }),
  { weight: 3, arbitrary: fc.record({ step: fc.constant('hold' as const), job, amount, expiresInSeconds }) },
  { weight: 2, arbitrary: fc.record({ step: fc.constant('settle' as const), job, amount }) },
  fc.record({ step: fc.constant('release' as const), job }),
  fc.record({ step: fc.constant('renew' as const), jobs: fc.uniqueArray(job, { minLength: 1 }), expiresInSeconds }),
  fc.record({ step: fc.constant('sweep' as const) }),
);

/** Rounds of steps: those of one round happen at the same moment, then time passes. */
export const ledgerRounds = fc.array(
  fc.record({
    steps: fc.array(step, { minLength: 1, maxLength: 4 }),
    secondsAfter: fc.integer({ min: 0, max: 15 }),
  }),
  { minLength: 1, maxLength: 6 },
);

const viewer: Viewer = { kind: 'service', service: 'testing', locale: 'en' };

/** Does a step for a person. A refusal is an outcome like any other. */
export function takeStep(ledger: Ledger, userId: string, taken: LedgerStep): Promise<unknown> {
  const jobId = (number: number) => `${userId}:${number}`;
  switch (taken.step) {
    case 'grant':
      return grantCredits(ledger, viewer, { userId, amount: taken.amount, idempotencyKey: `${userId}:${taken.key}` });
    case 'hold':
      return holdCredits(ledger, viewer, {
        jobId: jobId(taken.job),
        userId,
        amount: taken.amount,
        expiresInSeconds: taken.expiresInSeconds,
      });
    case 'settle':
      return settleHold(ledger, viewer, { jobId: jobId(taken.job), amount: taken.amount });
    case 'release':
      return releaseHold(ledger, viewer, { jobId: jobId(taken.job) });
    case 'renew':
      return renewHolds(ledger, viewer, { jobIds: taken.jobs.map(jobId), expiresInSeconds: taken.expiresInSeconds });
    case 'sweep':
      return releaseAllDueHolds(ledger);
  }
}
