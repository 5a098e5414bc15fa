import type { Logger } from '@modu/logger';
import type { PgBoss } from 'pg-boss';
import type { Lease } from './lease.ts';
import type { Task } from './task.ts';

interface Keeping {
  readonly boss: PgBoss;
  readonly task: Task;
  readonly leases: readonly Lease[];
  readonly leaseSeconds: number;
  readonly logger: Logger;
}

/** A run is aborted after this share of its lease in silence: before others may take its task, even if nobody can be asked. */
const SILENCE_SHARE = 0.8;

/** Renews the leases; whoever lost theirs is aborted. */
export async function keepLeases({ boss, task, leases, leaseSeconds, logger }: Keeping): Promise<void> {
  if (leases.length === 0) return;
  try {
    const held = leases.map(({ id, retryCount }) => ({ id, retryCount }));
    const answer = (await boss.touch(task.name, held)) as { settled?: string[] };
    const kept = new Set(answer.settled ?? []);
    for (const lease of leases) {
      if (kept.has(lease.id)) lease.confirm();
      else lease.abort('LEASE_LOST');
    }
  } catch (error) {
    logger.warn({ task: task.name, err: error }, 'the leases could not be confirmed');
    const silenceMaxMs = leaseSeconds * 1_000 * SILENCE_SHARE;
    for (const lease of leases) if (lease.silentMs() > silenceMaxMs) lease.abort('LEASE_LOST');
  }
}
