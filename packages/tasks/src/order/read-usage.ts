import type { Sql } from '../queue.ts';
import { COST_SQL } from './line-place.ts';
import { HALF_LIFE_MS } from './policy.ts';

/** What weighs against a person's next turn. */
export interface Usage {
  readonly running: number;
  readonly runningMs: number;
  readonly usedMs: number;
  /** When the wait after their last turn begins; `null` when they had none of late. */
  readonly turnAtMs: number | null;
}

const ACTIVE = `
  SELECT group_id AS "ownerId", count(*)::int AS running, sum(${COST_SQL}) AS "runningMs"
  FROM pgboss.job_common WHERE state = 'active' AND group_id IS NOT NULL GROUP BY group_id`;

/** In `float8`: powers of `numeric` take longer than all the rest. */
const SHARES = `
  SELECT owner_id AS "ownerId", extract(epoch FROM max(turn_at))::float8 * 1000 AS "turnAtMs",
    sum(used_ms * power(0.5::float8, greatest(0, extract(epoch FROM now() - used_at)::float8) * 1000 / ${HALF_LIFE_MS})) AS "usedMs"
  FROM modu_tasks.share WHERE task = ANY($1::text[]) AND owner_id = ANY($2::text[]) GROUP BY owner_id`;

type Active = Pick<Usage, 'running' | 'runningMs'>;
type Share = Pick<Usage, 'usedMs' | 'turnAtMs'>;
const NOT_ACTIVE: Active = { running: 0, runningMs: 0 };
const NO_SHARE: Share = { usedMs: 0, turnAtMs: null };

/** What each of these people has running of whatever tasks, and had of late of these. */
export async function readUsage(
  sql: Sql,
  { tasks, ownerIds }: { readonly tasks: readonly string[]; readonly ownerIds: readonly string[] },
): Promise<ReadonlyMap<string, Usage>> {
  const active = byOwner<Active>(await sql.query(ACTIVE));
  const shares = byOwner<Share>(await sql.query(SHARES, [tasks, ownerIds]));
  return new Map(
    ownerIds.map((id) => {
      const { running, runningMs } = active.get(id) ?? NOT_ACTIVE;
      const { usedMs, turnAtMs } = shares.get(id) ?? NO_SHARE;
      return [id, { running, runningMs, usedMs, turnAtMs }];
    }),
  );
}

function byOwner<Row>({ rows }: { readonly rows: readonly unknown[] }): ReadonlyMap<string, Row> {
  return new Map((rows as (Row & { readonly ownerId: string })[]).map((row) => [row.ownerId, row]));
}
