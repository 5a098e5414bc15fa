import type { Logger } from '@modu/logger';
import type { PgBoss } from 'pg-boss';
import type { Lease } from './lease.ts';
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
}

/** More than this many untold ends means that the database was away for long; their leases have lapsed anyway. */
const UNTOLD_MAX = 10_000;

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

  const flush = async () => {
    const [ends, returns, failures] = [done, back, failed];
    [done, back, failed] = [[], [], []];
    try {
      if (ends.length > 0) await boss.complete(task.name, ends);
      ends.length = 0;
      if (returns.length > 0) await handBack(boss, { task, returns });
      returns.length = 0;
      for (let next = failures[0]; next; next = failures[0]) {
        await boss.fail(task.name, next.attempt, { message: next.message });
        failures.shift();
      }
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
      failed.push({ attempt: short(attempt), message: message.slice(0, 1_000) });
    },
    flush,
  };
}

async function handBack(boss: PgBoss, { task, returns }: { task: Task; returns: readonly Attempt[] }): Promise<void> {
  const ids = returns.map(({ id }) => id);
  const fences = returns.map(({ id, retryCount }) => `${id}:${retryCount}`);
  await boss.getDb().executeSql(HAND_BACK, [task.name, ids, fences]);
}
