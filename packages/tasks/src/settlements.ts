import type { Logger } from '@modu/logger';
import type { PgBoss } from 'pg-boss';
import type { Lease } from './lease.ts';
import type { Task } from './task.ts';

type Attempt = Pick<Lease, 'id' | 'retryCount'>;

/** The ends of runs that the database does not know yet. They are told in batches and kept until they are taken. */
export interface Settlements {
  done(attempt: Attempt): void;
  failed(attempt: Attempt, error: unknown): void;
  flush(): Promise<void>;
}

/** More than this many untold ends means that the database was away for long; their leases have lapsed anyway. */
const UNTOLD_MAX = 10_000;

export function createSettlements(options: {
  readonly boss: PgBoss;
  readonly task: Task;
  readonly logger: Logger;
}): Settlements {
  const { boss, task, logger } = options;
  let done: Attempt[] = [];
  let failed: { readonly attempt: Attempt; readonly message: string }[] = [];
  const short = ({ id, retryCount }: Attempt): Attempt => ({ id, retryCount });

  const flush = async () => {
    const [ends, failures] = [done, failed];
    [done, failed] = [[], []];
    try {
      if (ends.length > 0) await boss.complete(task.name, ends);
      ends.length = 0;
      for (let next = failures[0]; next; next = failures[0]) {
        await boss.fail(task.name, next.attempt, { message: next.message });
        failures.shift();
      }
    } catch (error) {
      done = [...ends, ...done].slice(-UNTOLD_MAX);
      failed = [...failures, ...failed].slice(-UNTOLD_MAX);
      logger.warn({ task: task.name, err: error }, 'ended tasks could not be settled yet');
      throw error;
    }
  };

  return {
    done: (attempt) => void done.push(short(attempt)),
    failed: (attempt, error) => {
      const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
      failed.push({ attempt: short(attempt), message: message.slice(0, 1_000) });
    },
    flush,
  };
}
