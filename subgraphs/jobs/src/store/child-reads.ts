import type { Pool } from 'pg';
import type { Job } from '../domain/job.ts';
import { JOB_COLUMNS, toJob } from './job-row.ts';

const CHILDREN = `
  SELECT child.* FROM unnest($1::uuid[]) AS parent (id)
  CROSS JOIN LATERAL (
    SELECT ${JOB_COLUMNS} FROM job WHERE parent_id = parent.id ORDER BY created_at DESC, id DESC LIMIT $2
  ) AS child
  ORDER BY child."createdAt" DESC, child.id DESC`;

/** The jobs that were made from each of these, newest first, at most `take` of each. */
export async function readChildren(
  pool: Pool,
  { parentIds, take }: { readonly parentIds: readonly string[]; readonly take: number },
): Promise<ReadonlyMap<string, Job[]>> {
  const { rows } = await pool.query({ name: 'job-children', text: CHILDREN, values: [parentIds, take] });
  return Map.groupBy(rows.map(toJob), ({ parentId }) => parentId ?? '');
}
