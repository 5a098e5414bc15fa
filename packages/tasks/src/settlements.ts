import type { Logger } from '@modu/logger';
import type { PgBoss } from 'pg-boss';
import type { Lease } from './lease.ts';
import { retryLater } from './order/retry-later.ts';
import { TaskRetryError } from './task-error.ts';
import type { Task } from './task.ts';

type Attempt = Pick<Lease, 'id' | 'retryCount'>;

/** The ends of runs that the database does not know yet. They are told in batches and kept until they are taken. */
export interface Settlements {
  done(attempt: Attempt): void;
  failed(attempt: Attempt, error: unknown): void;
  /** The run was stopped by us: the task waits again at once, and the run does not count. */
  handedBack(attempt: Attempt): void;
  flush(): Promise<void>;
}

interface Failure {
  readonly attempt: Attempt;
  readonly message: string;
  /** When the run said itself when to try again. */
  readonly retry: Pick<TaskRetryError, 'afterMs' | 'counts'> | undefined;
}

/** More than this many untold ends means that the database was away for long; their leases have lapsed anyway. */
const UNTOLD_MAX = 10_000;
/** SQLSTATE of what PostgreSQL will not take however often it is told: its class 22, data exceptions. */
const UNTAKEABLE = /^22/;
const MESSAGE_CHARACTERS_MAX = 1_000;

/** Fenced by the attempt, like all that a run writes. One more retry makes up for the one that the next claim counts. */
const HAND_BACK = `
  UPDATE pgboss.job_common
  SET state = 'retry', retry_limit = retry_limit + 1, start_after = pgboss.job_now(), heartbeat_on = NULL
  WHERE name = $1 AND id = ANY($2::uuid[]) AND state = 'active' AND (id::text || ':' || retry_count) = ANY($3::text[])`;

export function createSettlements(options: {
  readonly boss: PgBoss;
  readonly task: Task;
  readonly logger: Logger;
}): Settlements {
  const { boss, task, logger } = options;
  let done: Attempt[] = [];
  let back: Attempt[] = [];
  let failed: Failure[] = [];
  const short = ({ id, retryCount }: Attempt): Attempt => ({ id, retryCount });

  const settleFailures = async (failures: Failure[]) => {
    for (let next = failures[0]; next; next = failures[0]) {
      try {
        await settleFailure(boss, { task, failure: next });
      } catch (error) {
        if (!UNTAKEABLE.test(String((error as { code?: unknown }).code))) throw error;
        // Nothing is claimed while an end is untold: this one is left to its lease, which lapses.
        logger.error({ task: task.name, id: next.attempt.id, err: error }, 'the failure of a run could not be told');
      }
      failures.shift();
    }
  };

  const flush = async () => {
    const [ends, returns, failures] = [done, back, failed];
    [done, back, failed] = [[], [], []];
    try {
      if (ends.length > 0) await boss.complete(task.name, ends);
      ends.length = 0;
      if (returns.length > 0) await handBack(boss, { task, returns });
      returns.length = 0;
      await settleFailures(failures);
    } catch (error) {
      done = [...ends, ...done].slice(-UNTOLD_MAX);
      back = [...returns, ...back].slice(-UNTOLD_MAX);
      failed = [...failures, ...failed].slice(-UNTOLD_MAX);
      logger.warn({ task: task.name, err: error }, 'ended tasks could not be settled yet');
      throw error;
    }
  };

  return {
    done: (attempt) => void done.push(short(attempt)),
    handedBack: (attempt) => void back.push(short(attempt)),
    failed: (attempt, error) => {
      const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
      const retry = error instanceof TaskRetryError ? error : undefined;
      failed.push({ attempt: short(attempt), message: storable(message), retry });
    },
    flush,
  };
}

/** As much of it as is kept, without what PostgreSQL cannot hold: half of a pair where it was cut, and the character 0. */
function storable(message: string): string {
  return message.slice(0, MESSAGE_CHARACTERS_MAX).replaceAll('\0', '').toWellFormed();
}

async function handBack(boss: PgBoss, { task, returns }: { task: Task; returns: readonly Attempt[] }): Promise<void> {
  const ids = returns.map(({ id }) => id);
  const fences = returns.map(({ id, retryCount }) => `${id}:${retryCount}`);
  await boss.getDb().executeSql(HAND_BACK, [task.name, ids, fences]);
}

/** Without a word of its own, or with its runs used up, a run that failed is the queue's to repeat or to end. */
async function settleFailure(boss: PgBoss, { task, failure }: { task: Task; failure: Failure }): Promise<void> {
  const { attempt, message, retry } = failure;
  if (
    retry &&
    (await retryLater(boss.getDb(), {
      task: task.name,
      ...attempt,
      afterMs: retry.afterMs,
      counts: retry.counts,
      message,
    }))
  )
    return;
  await boss.fail(task.name, attempt, { message });
}
