import { defineConsumer } from '@modu/tasks';
import type { Consumer } from '@modu/tasks';
import { releaseHoldTask, renewHoldTask } from '../contracts.ts';
import type { JobsDesk } from '../operations/jobs-desk.ts';
import { releaseHold } from '../operations/release-hold.ts';
import { HOLD_SECONDS } from '../operations/renew-holds.ts';
import type { BillingClient } from '../store/billing-client.ts';

const SLOTS = 8;

/** The tasks that keep holds in step with jobs. Both are idempotent in billing. */
export function holdConsumers(desk: JobsDesk, billing: BillingClient): Consumer[] {
  return [
    defineConsumer({
      task: releaseHoldTask,
      slots: SLOTS,
      run: (release) => releaseHold(desk, { billing, ...release }),
    }),
    defineConsumer({
      task: renewHoldTask,
      slots: SLOTS,
      run: async (renewal) => {
        const jobIds = 'jobIds' in renewal ? renewal.jobIds : [renewal.jobId];
        await billing.renewHolds({ jobIds, expiresInSeconds: HOLD_SECONDS });
      },
    }),
  ];
}
