import type { PgBoss } from 'pg-boss';
import type { Task } from './task.ts';

/** `FAILED`: all runs are used up. */
export type TaskState = 'WAITING' | 'RUNNING' | 'DONE' | 'FAILED' | 'CANCELED';

const STATES: Readonly<Record<string, TaskState>> = {
  created: 'WAITING',
  retry: 'WAITING',
  active: 'RUNNING',
  completed: 'DONE',
  failed: 'FAILED',
  cancelled: 'CANCELED',
};

export async function readStates(
  boss: PgBoss,
  { task, ids }: { readonly task: Task; readonly ids: readonly string[] },
): Promise<Map<string, TaskState>> {
  const { rows } = await boss
    .getDb()
    .executeSql('SELECT id::text, state::text FROM pgboss.job WHERE name = $1 AND id = ANY($2::uuid[])', [
      task.name,
      ids,
    ]);
  const found = rows as { id: string; state: string }[];
  return new Map(found.map(({ id, state }) => [id, STATES[state] ?? 'FAILED']));
}
