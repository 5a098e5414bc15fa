import type { Refusal } from '@modu/errors';
import { createId, deriveId } from '@modu/ids';
import { priorityOf } from './billing-client.ts';
import type { Terms } from './billing-client.ts';
import { startJob } from './start-job.ts';
import type { Starting } from './start-job.ts';

/** A wish that was looked at from all sides. */
export interface JobOrder {
  readonly ownerId: string;
  readonly kind: string;
  readonly title: string;
  readonly price: { readonly credits: number; readonly estimatedMs: number };
  /** Under the same key the same wish finds its job again. */
  readonly key: string | null | undefined;
  /** Of the owner's plan, when they were asked for already. */
  readonly terms?: Terms;
  /** What the worker is handed. */
  payloadOf(jobId: string): unknown;
}

/** Makes a wish a job, as the plan of its owner allows: sets its credits aside and gives it its place. What is refused leaves nothing held. */
export async function orderJob(desk: Starting, order: JobOrder): Promise<{ readonly id: string } | Refusal> {
  const { ownerId, kind, title, price, key, payloadOf } = order;
  const { tier, queuedJobsMax, runningJobsMax } = order.terms ?? (await desk.billing.accountTerms(ownerId));
  const id = key ? deriveId('job', ownerId, key) : createId();
  const job = {
    ...{ id, kind, title, ownerId, payload: payloadOf(id), priority: priorityOf(tier), queuedJobsMax, runningJobsMax },
    ...{ quotedCredits: price.credits, estimatedMs: price.estimatedMs },
  };
  return startJob(desk, job, { keyed: Boolean(key) });
}
