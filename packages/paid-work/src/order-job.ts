import type { Refusal } from '@modu/errors';
import { createId, deriveId } from '@modu/ids';
import { priorityOf } from './billing-client.ts';
import type { Terms, Tier } from './billing-client.ts';
import { startJob } from './start-job.ts';
import type { Starting } from './start-job.ts';
import { wishOf } from './wish.ts';

/** A wish that was looked at from all sides. */
export interface JobOrder {
  readonly ownerId: string;
  readonly kind: string;
  readonly title: string;
  readonly price: { readonly credits: number; readonly estimatedMs: number };
  /** What a worker must have loaded for it: a model. */
  readonly loads?: string;
  /** The lowest plan that may have it: asked for again when it is tried once more. */
  readonly minimumTier?: Tier;
  /** Under the same key the same wish finds its job again. */
  readonly key: string | null | undefined;
  /**
   * What the person asked for, as they said it. Under the same key this is compared, not what we made of it: a voice that is the usual one
   * by now makes no other wish of a repeated one.
   */
  readonly asked: object;
  /** Of the owner's plan, when they were asked for already. */
  readonly terms?: Terms;
  /** What the worker is handed. */
  payloadOf(jobId: string): object;
}

/** Makes a wish a job, as the plan of its owner allows: sets its credits aside and gives it its place. What is refused leaves nothing held. */
export async function orderJob(desk: Starting, order: JobOrder): Promise<{ readonly id: string } | Refusal> {
  const { ownerId, kind, title, price, loads, minimumTier = 'FREE', key, asked, payloadOf } = order;
  const { tier, queuedJobsMax, runningJobsMax } = order.terms ?? (await desk.billing.accountTerms(ownerId));
  const id = key ? deriveId('job', ownerId, key) : createId();
  const payload = key ? { ...payloadOf(id), wish: wishOf(asked) } : payloadOf(id);
  const job = {
    ...{ id, kind, title, ownerId, payload, priority: priorityOf(tier), queuedJobsMax, runningJobsMax },
    ...{ quotedCredits: price.credits, estimatedMs: price.estimatedMs, ...(loads ? { loads } : {}) },
    // Who may have it is told where it is not everyone: jobs of the version before know no such field.
    ...(minimumTier === 'FREE' ? {} : { minimumTier }),
  };
  return startJob(desk, job, { keyed: Boolean(key) });
}
