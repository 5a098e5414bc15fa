import { defineChannel } from '@modu/bus';
import { defineTask } from '@modu/tasks';
import { z } from 'zod';
import { JOB_STATUSES, SEALED_ATTEMPTS_MAX } from './domain/job.ts';
import { TIERS } from './domain/tier.ts';
export { isStorableText } from './storable-text.ts';
export { tasksPace } from './tasks-pace.ts';

/** What the worker of a kind is handed. `payload` is what the maker of the job gave to `createJob`. */
export const jobRunSchema = z.object({
  jobId: z.uuid(),
  ownerId: z.string().min(1),
  quotedCredits: z.int().min(0),
  estimatedMs: z.int().min(0),
  payload: z.unknown(),
});
export type JobRun = z.output<typeof jobRunSchema>;

/**
 * The task that runs jobs of a kind, for example `image.text-to-image`. Its id is the job's id. A run that was killed is
 * repeated after 10 to 14 seconds. How often a job is run decides `startJob`; the queue alone would run it as often as a
 * sealed one may be.
 */
export const jobRunTask = (kind: string) =>
  defineTask({
    name: `job.run.${kind}`,
    schema: jobRunSchema,
    retryLimit: SEALED_ATTEMPTS_MAX - 1,
    retryDelaySeconds: 1,
    timeoutSeconds: 1_800,
    inLines: true,
  });

/**
 * Removes what the runs of a job have left, which ended without a result though it had been begun: a worker that was killed could
 * not. Its kind's workers know what that is. By then a run that was under way has noticed that its job is over.
 */
export const jobDiscardTask = (kind: string) =>
  defineTask({
    name: `job.discard.${kind}`,
    schema: z.object({ jobId: z.uuid(), ownerId: z.string().min(1), attempt: z.int().min(1) }),
    retryLimit: 20,
    retryDelaySeconds: 1,
    retryDelayMaxSeconds: 60,
    timeoutSeconds: 60,
  });

/** Gives the hold of a job back that ended without a result. */
export const releaseHoldTask = defineTask({
  name: 'jobs.release-hold',
  schema: z.object({ jobId: z.uuid(), note: z.string() }),
  retryLimit: 20,
  retryDelaySeconds: 1,
  retryDelayMaxSeconds: 60,
  timeoutSeconds: 30,
});

/** Keeps the holds of new jobs, which were made for seconds only. `jobId`: as earlier versions of us stored it. */
export const renewHoldTask = defineTask({
  name: 'jobs.renew-hold',
  schema: z.union([z.object({ jobIds: z.array(z.uuid()).min(1) }), z.object({ jobId: z.uuid() })]),
  retryLimit: 5,
  retryDelaySeconds: 1,
  timeoutSeconds: 30,
});

/** Looks at the terms of a person once more when orders that were made by their old ones have arrived. */
export const lookAtTermsTask = defineTask({
  name: 'jobs.look-at-terms',
  schema: z.object({ ownerId: z.string().min(1) }),
  retryLimit: 20,
  retryDelaySeconds: 1,
  retryDelayMaxSeconds: 60,
  timeoutSeconds: 60,
});

/** What a worker tells while it works. `attempt` fences: news of an earlier run are ignored. */
export const jobProgressChannel = defineChannel(
  'jobs.progress',
  z.object({
    jobId: z.uuid(),
    ownerId: z.string(),
    attempt: z.int().min(1),
    step: z.int().min(0),
    stepsTotal: z.int().min(1),
    progress: z.number().min(0).max(1),
    etaMs: z.int().min(0),
    /** Pictures of others that the engine makes first, at most. */
    ahead: z.int().min(0).optional(),
    /** A data URL of at most 6 KB. */
    preview: z.string().max(6_144).optional(),
  }),
);
export type JobProgress = z.output<typeof jobProgressChannel.schema>;

/** The whole public state of a job after each change; `version` puts them in order. */
export const jobChangedChannel = defineChannel(
  'jobs.changed',
  z.object({
    id: z.uuid(),
    kind: z.string(),
    title: z.string().nullable(),
    ownerId: z.string(),
    tier: z.enum(TIERS),
    parentId: z.string().nullable(),
    status: z.enum(JOB_STATUSES),
    quotedCredits: z.int(),
    chargedCredits: z.int().nullable(),
    refundedCredits: z.int().nullable(),
    creditsFinal: z.boolean(),
    estimatedMs: z.int(),
    loads: z.string().nullable().default(null),
    priority: z.int(),
    attempt: z.int(),
    handedBack: z.int(),
    sealed: z.boolean(),
    planned: z.object({ type: z.string(), id: z.string() }).nullable(),
    error: z
      .object({
        code: z.string(),
        retryable: z.boolean(),
        pageNumber: z.int().nullable().default(null),
        traceId: z.string().nullable().default(null),
      })
      .nullable(),
    result: z.object({ type: z.string(), id: z.string() }).nullable(),
    createdAt: z.iso.datetime(),
    startedAt: z.iso.datetime().nullable(),
    finishedAt: z.iso.datetime().nullable(),
    version: z.int(),
    /** The number of this change among all of its owner's jobs. */
    change: z.int().default(0),
  }),
);
export type JobChanged = z.output<typeof jobChangedChannel.schema>;

/** Tells the worker that runs it to stop at once. */
export const jobCancelChannel = defineChannel('jobs.cancel', z.object({ jobId: z.uuid() }));
