import type { JobsContext } from '../context.ts';
import { isForetold } from '../domain/place.ts';
import { remainingMs } from '../domain/wait.ts';
import type { JobView } from '../live/job-view.ts';
import { failureMessage } from '../messages.ts';

const CHILDREN = 20;

async function placeOf({ job, place }: JobView, { places }: JobsContext) {
  if (job.status !== 'QUEUED') return undefined;
  return place ?? places.load(job);
}

export const Job = {
  __resolveReference: ({ id }: { id: string }, { jobs }: JobsContext) => jobs.load(id),
  id: ({ job }: JobView) => job.id,
  kind: ({ job }: JobView) => job.kind,
  title: ({ job }: JobView) => job.title,
  tier: ({ job }: JobView) => job.tier,
  status: ({ job }: JobView) => job.status,
  owner: ({ job }: JobView) => ({ __typename: 'User', id: job.ownerId }),
  progress: ({ job, progress }: JobView) => (job.status === 'COMPLETED' ? 1 : (progress?.progress ?? 0)),
  step: ({ progress }: JobView) => progress?.step ?? null,
  stepsTotal: ({ progress }: JobView) => progress?.stepsTotal ?? null,
  preview: ({ progress }: JobView) => progress?.preview ?? null,
  etaMs: async (view: JobView, _: unknown, context: JobsContext) => {
    const { job, progress } = view;
    if (job.status === 'RUNNING') {
      // Nobody knows how long the work of others takes.
      if (progress?.ahead) return null;
      // Before its first step the engine knows less than the runs before this one taught: it may have a model to load.
      if (progress && progress.step > 0) return progress.etaMs;
      const { desk } = context;
      return remainingMs(job, { now: desk.now(), paces: await desk.forecaster.paces(job.kind) });
    }
    const place = await placeOf(view, context);
    return place && isForetold(place) ? Math.round(place.endsInMs) : null;
  },
  position: async (view: JobView, _: unknown, context: JobsContext) => {
    const place = await placeOf(view, context);
    return place && isForetold(place) ? place.position : null;
  },
  positionMin: async (view: JobView, _: unknown, context: JobsContext) => {
    const place = await placeOf(view, context);
    return place && !isForetold(place) ? place.positionMin : null;
  },
  ahead: ({ progress }: JobView) => progress?.ahead ?? null,
  attempt: ({ job }: JobView) => job.attempt,
  quotedCredits: ({ job }: JobView) => job.quotedCredits,
  chargedCredits: ({ job }: JobView) => job.chargedCredits,
  refundedCredits: ({ job }: JobView) => job.refundedCredits,
  creditsFinal: ({ job }: JobView) => job.creditsFinal,
  parent: ({ job }: JobView, _: unknown, { jobs }: JobsContext) => job.parentId && jobs.load(job.parentId),
  children: ({ job }: JobView, { first }: { first: number | null }, { children }: JobsContext) =>
    children.load({ parentId: job.id, first: first ?? CHILDREN }),
  error: ({ job }: JobView, _: unknown, { viewer }: JobsContext) =>
    job.status !== 'FAILED' || !job.error ? null : { ...job.error, message: failureMessage(job.error, viewer.locale) },
  result: ({ job }: JobView) => job.result && { __typename: job.result.type, id: job.result.id },
  createdAt: ({ job }: JobView) => job.createdAt,
  startedAt: ({ job }: JobView) => job.startedAt,
  finishedAt: ({ job }: JobView) => job.finishedAt,
  isSealed: ({ job }: JobView) => job.sealed,
  seq: ({ seq }: JobView) => seq ?? null,
};
