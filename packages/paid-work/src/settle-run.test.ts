import { createLogger } from '@modu/logger';
import { expect, it } from 'vitest';
import type { BillingClient } from './billing-client.ts';
import { settleRun } from './paid-run.ts';
import type { PaidRunTools } from './paid-run.ts';
import { JobTakenError } from './run-failure.ts';

/** A ledger that has settled this hold before, as billing answers: the same amount again is fine, another is a conflict. */
function toolsOf(settled: number): PaidRunTools {
  const settleHold: BillingClient['settleHold'] = ({ amount }) =>
    Promise.resolve(
      amount === settled
        ? { __typename: 'Hold', status: 'SETTLED' }
        : { __typename: 'Refusal', code: 'CONFLICT', message: 'settled with another amount' },
    );
  return {
    clients: { billing: { settleHold } as BillingClient } as PaidRunTools['clients'],
    logger: createLogger({ level: 'silent' }),
  };
}
const run = {
  jobId: 'j',
  ownerId: 'o',
  quotedCredits: 5,
  estimatedMs: 1,
  attempt: 2,
  signal: new AbortController().signal,
};

it('what a run of before has charged in full stays charged, though less is owed by now', async () => {
  expect(await settleRun(toolsOf(5), run, 1)).toBe(5);
  expect(await settleRun(toolsOf(1), run, 1)).toBe(1);
});

it('a run that outlived its job, whose credits are given back, ends without a word', async () => {
  const tools = toolsOf(5);
  const settleHold = () =>
    Promise.resolve({ __typename: 'Refusal' as const, code: 'ALREADY_FINISHED', message: 'given back' });
  Object.assign(tools.clients.billing, { settleHold });
  await expect(settleRun(tools, run)).rejects.toThrow(JobTakenError);
});

it('a hold that was settled with neither is an error', async () => {
  await expect(settleRun(toolsOf(3), run, 1)).rejects.toThrow('CONFLICT');
});
