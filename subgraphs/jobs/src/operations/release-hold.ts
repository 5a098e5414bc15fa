import { creditsReturned } from '../domain/transitions.ts';
import type { BillingClient } from '../store/billing-client.ts';
import type { JobsDesk } from './jobs-desk.ts';
import { transitionJob } from './transition-job.ts';

interface Release {
  readonly billing: BillingClient;
  readonly jobId: string;
  readonly note: string;
}

/** Gives the hold of an ended job back, and then tells its owner that their credits are there. */
export async function releaseHold(desk: JobsDesk, { billing, jobId, note }: Release): Promise<void> {
  await billing.releaseHold({ jobId, note });
  await transitionJob(desk, jobId, creditsReturned);
}
