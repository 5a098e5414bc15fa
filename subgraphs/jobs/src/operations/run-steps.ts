import { isRefusal, refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { currentTraceId } from '@modu/logger';
import { assertService } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import type { Job } from '../domain/job.ts';
import {
  completeJob as complete,
  failJob as fail,
  handBackJob as handBack,
  sealJob as seal,
  startJob as start,
} from '../domain/transitions.ts';
import type { JobsDesk } from './jobs-desk.ts';
import { transitionJob } from './transition-job.ts';

/** The steps of a run, which its worker tells. Only for services; each may be told again without effect. */
interface RunStep {
  readonly id: string;
  readonly attempt: number;
}

interface FailureReport {
  readonly code: string;
  readonly retryable: boolean;
  readonly pageNumber?: number | null;
}

const CODE = /^[A-Z][A-Z0-9_]{0,59}$/;

export async function startJob(desk: JobsDesk, viewer: Viewer, { id, attempt }: RunStep): Promise<Job | Refusal> {
  assertService(viewer);
  if (attempt < 1) return refuse('INVALID_INPUT', 'job.input', { path: ['attempt'] });
  const started = await transitionJob(desk, id, (job) => start(job, { attempt, now: desk.now() }));
  if (isRefusal(started) || started.status === 'RUNNING') return started;
  desk.logger.error({ jobId: id, kind: started.kind, attempt }, 'a job was given up: it has been run often enough');
  return refuse('ALREADY_FINISHED', 'job.finished');
}

export async function sealJob(
  desk: JobsDesk,
  viewer: Viewer,
  { id, attempt, resultType, resultId }: RunStep & { resultType?: string | null; resultId?: string | null },
): Promise<Job | Refusal> {
  assertService(viewer);
  const planned = resultType && resultId ? { type: resultType, id: resultId } : null;
  return transitionJob(desk, id, (job) => seal(job, { attempt, planned }));
}

export async function handBackJob(desk: JobsDesk, viewer: Viewer, { id, attempt }: RunStep): Promise<Job | Refusal> {
  assertService(viewer);
  return transitionJob(desk, id, (job) => handBack(job, { attempt }));
}

export async function completeJob(
  desk: JobsDesk,
  viewer: Viewer,
  step: RunStep & { readonly chargedCredits: number; readonly resultType: string; readonly resultId: string },
): Promise<Job | Refusal> {
  assertService(viewer);
  const { id, attempt, chargedCredits, resultType, resultId } = step;
  const result = { type: resultType, id: resultId };
  return transitionJob(desk, id, (job) => complete(job, { attempt, now: desk.now(), chargedCredits, result }));
}

export async function failJob(
  desk: JobsDesk,
  viewer: Viewer,
  { id, attempt, code, retryable, pageNumber }: RunStep & FailureReport,
): Promise<Job | Refusal> {
  assertService(viewer);
  if (!CODE.test(code)) return refuse('INVALID_INPUT', 'job.input', { path: ['input', 'code'] });
  // Its worker tells of the failure under the trace of the run. Taken here: many changes are written together.
  const error = { code, retryable, pageNumber: pageNumber ?? null, traceId: currentTraceId() ?? null };
  const failed = await transitionJob(desk, id, (job) => fail(job, { attempt, now: desk.now(), ...error }));
  if (!isRefusal(failed))
    desk.logger.warn({ jobId: id, attempt, code, status: failed.status }, 'a run of a job failed');
  return failed;
}
