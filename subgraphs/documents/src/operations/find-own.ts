import { isId } from '@modu/ids';
import type { JobsClient } from '@modu/paid-work';
import { actsFor } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import { withoutLost } from './without-lost.ts';
import type { Made } from './without-lost.ts';

/** Reads what one person owns of these. */
type Find<Row> = (ids: readonly string[], ownerId: string) => Promise<readonly Row[]>;

interface Source<Row> {
  readonly find: Find<Row>;
  readonly jobs: Pick<JobsClient, 'findAll'>;
}

/** What the viewer owns of these, in one read and in their order; null for whatever is not theirs, not there, or left by a job that was lost. */
export async function findOwn<Row extends Made & { readonly id: string }>(
  { find, jobs }: Source<Row>,
  viewer: Viewer,
  ids: readonly string[],
): Promise<(Row | null)[]> {
  const ownerId = actsFor(viewer, 'documents');
  const known = ids.filter(isId);
  const rows = ownerId && known.length > 0 ? await withoutLost(jobs, await find(known, ownerId)) : [];
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id.toLowerCase()) ?? null);
}
