import { isId } from '@modu/ids';
import { actsFor } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import type { Job } from '../domain/job.ts';
import { readChildren } from '../store/child-reads.ts';
import type { JobsDesk } from './jobs-desk.ts';

/** A person who looks after the studio, signed in; a program with their key is not one. */
export function isAdmin(viewer: Viewer): boolean {
  return viewer.kind === 'user' && viewer.role === 'ADMIN' && viewer.apiKeyId === undefined;
}

/** Owners see their jobs, admins all; a service sees those of whom it acts for, or all when it acts for nobody. */
export function maySee(viewer: Viewer, { ownerId }: Pick<Job, 'ownerId'>): boolean {
  if (viewer.kind === 'service' && viewer.actingFor === undefined) return true;
  if (isAdmin(viewer)) return true;
  return actsFor(viewer) === ownerId;
}

/** Those of these jobs that the viewer may see, in the order asked for; `null` for all others. */
export async function findJobs(desk: JobsDesk, viewer: Viewer, ids: readonly string[]): Promise<(Job | null)[]> {
  const jobs = await desk.database.reads.listByIds([...new Set(ids.filter(isId))]);
  const seen = new Map(jobs.filter((job) => maySee(viewer, job)).map((job) => [job.id, job]));
  return ids.map((id) => seen.get(id.toLowerCase()) ?? null);
}

const CHILDREN_MAX = 100;

/** What was made from each of these jobs, newest first, as far as the viewer may see it: at most `first` (1 to 100) of each. */
export async function findChildren(
  desk: JobsDesk,
  viewer: Viewer,
  { parentIds, first }: { readonly parentIds: readonly string[]; readonly first: number },
): Promise<Job[][]> {
  const take = Math.min(CHILDREN_MAX, Math.max(1, first));
  const children = await readChildren(desk.database.pool, { parentIds: [...new Set(parentIds)], take });
  return parentIds.map((id) => (children.get(id) ?? []).filter((job) => maySee(viewer, job)));
}
