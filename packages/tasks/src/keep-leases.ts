import type { Logger } from '@modu/logger';
import type { Pool } from 'pg';
import type { PgBoss } from 'pg-boss';
import type { Lease } from './lease.ts';
import type { Task } from './task.ts';

interface Keeping {
  readonly boss: PgBoss;
  readonly pool: Pick<Pool, 'query'>;
  readonly task: Task;
  readonly leases: readonly Lease[];
  readonly leaseSeconds: number;
  readonly logger: Logger;
}

/** A run is aborted after this share of its lease in silence: before others may take its task, even if nobody can be asked. */
const SILENCE_SHARE = 0.8;
/** So much of it an answer may take: after that, another connection is tried. */
const ANSWER_SHARE = 0.4;

/** Renews the leases; whoever lost theirs is aborted, and whoever may have: a connection that went silent never answers. */
export async function keepLeases({ boss, pool, task, leases, leaseSeconds, logger }: Keeping): Promise<void> {
  if (leases.length === 0) return;
  const leaseMs = leaseSeconds * 1_000;
  abortSilent(leases, leaseMs);
  // What is confirmed was so when it was asked for, however late the answer comes.
  const askedAtMs = performance.now();
  try {
    const held = leases.map(({ id, retryCount }) => ({ id, retryCount }));
    const db = { executeSql: (text: string, values?: unknown[]) => pool.query(timed(text, values, leaseMs)) };
    const answer = (await boss.touch(task.name, held, { db })) as { settled?: string[] };
    const kept = new Set(answer.settled ?? []);
    for (const lease of leases) {
      if (kept.has(lease.id)) lease.confirm(askedAtMs);
      else lease.abort('LEASE_LOST');
    }
  } catch (error) {
    logger.warn({ task: task.name, err: error }, 'the leases could not be confirmed');
    abortSilent(leases, leaseMs);
  }
}

function abortSilent(leases: readonly Lease[], leaseMs: number): void {
  for (const lease of leases) if (lease.silentMs() > leaseMs * SILENCE_SHARE) lease.abort('LEASE_LOST');
}

const timed = (text: string, values: unknown[] | undefined, leaseMs: number) => ({
  text,
  ...(values ? { values } : {}),
  query_timeout: leaseMs * ANSWER_SHARE,
});
