import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Sql } from './queue.ts';

/** A pump that was heard of lately. */
export interface WorkerEntry {
  readonly id: string;
  readonly host: string;
  readonly pid: number;
  readonly task: string;
  readonly slots: number;
  /** Those of one pool have these slots together. */
  readonly pool: string | null;
  readonly running: number;
  readonly draining: boolean;
  readonly startedAt: Date;
}

/** Tells the database which workers there are, so that waits can be foretold and an admin can look. */
export interface WorkerRegistry {
  tell(state: { readonly running: number; readonly draining: boolean }): Promise<void>;
  leave(): Promise<void>;
}

/** Whoever was silent for longer is not there any more. */
const SILENT_SECONDS = 15;

export function createWorkerRegistry(
  sql: Sql,
  { task, slots, poolId = null }: { readonly task: string; readonly slots: number; readonly poolId?: string | null },
): WorkerRegistry {
  const id = randomUUID();
  return {
    tell: async ({ running, draining }) => {
      await sql.query(
        `WITH gone AS (DELETE FROM modu_tasks.worker WHERE seen_at < now() - interval '1 hour')
         INSERT INTO modu_tasks.worker (id, host, pid, task, slots, running, draining, pool) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
         ON CONFLICT (id) DO UPDATE SET running = $6, draining = $7, seen_at = now()`,
        [id, hostname(), process.pid, task, slots, running, draining, poolId],
      );
    },
    leave: async () => {
      await sql.query('DELETE FROM modu_tasks.worker WHERE id = $1', [id]);
    },
  };
}

export async function readWorkers(sql: Sql): Promise<WorkerEntry[]> {
  const { rows } = await sql.query(
    `SELECT id, host, pid, task, slots, pool, running, draining, started_at AS "startedAt" FROM modu_tasks.worker
     WHERE seen_at > now() - make_interval(secs => ${SILENT_SECONDS}) ORDER BY host, pid, task`,
  );
  return rows as WorkerEntry[];
}
