import { createLogger } from '@modu/logger';
import { createTaskQueue, defineConsumer, defineTask, startWorker } from '@modu/tasks';
import pg from 'pg';
import { z } from 'zod';
import { holdCredits } from '../src/operations/hold-credits.ts';
import { settleHold } from '../src/operations/settle-hold.ts';
import { openTestStore } from './index.ts';

/** The work a hold was made for; its consumer settles. */
export const crashTask = defineTask({
  name: 'test.crash',
  schema: z.object({ jobId: z.string() }),
  retryDelaySeconds: 0,
  retryLimit: 5,
});

const viewer = { kind: 'service', service: 'testing', locale: 'en' } as const;
export const CRASH_PRICE = 10;
export const CRASH_CHARGE = 7;

interface Orders {
  readonly url: string;
  readonly userId: string;
  readonly jobId: string;
  /** The statement at which this process kills itself, counted from the first of the reservation. */
  readonly dieAt: number;
  /** Killed before the statement is sent, or when its answer has come. */
  readonly when: 'before' | 'after';
}

/** Counts every statement from now on and ends this process, without a word, at the one that is asked for. */
function dieAtStatement({ dieAt, when }: Orders): { count(): number } {
  let sent = 0;
  const die = () => process.kill(process.pid, 'SIGKILL');
  const prototype = pg.Client.prototype as unknown as { query(...given: unknown[]): unknown };
  const { query } = prototype;
  prototype.query = function (this: pg.Client, ...given: unknown[]) {
    const number = ++sent;
    if (number === dieAt && when === 'before') die();
    if (number !== dieAt) return query.apply(this, given);
    // A pool asks with a callback, everybody else for a promise.
    if (typeof given.at(-1) === 'function') return query.apply(this, [...given.slice(0, -1), die]);
    return (query.apply(this, given) as Promise<unknown>).then(die);
  };
  return { count: () => sent };
}

/** Reserve → enqueue → settle, as a process that is killed on the way; says how many statements there were if it lives. */
async function reserveEnqueueSettle(orders: Orders): Promise<void> {
  const { url, userId, jobId } = orders;
  const logger = createLogger({ level: 'silent' });
  const store = await openTestStore(url);
  const queue = await createTaskQueue({ databaseUrl: url, logger });
  await queue.ensure(crashTask);
  const statements = dieAtStatement(orders);
  await holdCredits(store.ledger, viewer, { jobId, userId, amount: CRASH_PRICE, expiresInSeconds: 20 });
  await queue.enqueue(crashTask, { jobId });
  const run = async ({ jobId: id }: { jobId: string }) => {
    await settleHold(store.ledger, viewer, { jobId: id, amount: CRASH_CHARGE });
    process.stdout.write(`settled after ${statements.count()} statements\n`);
  };
  await startWorker({
    queue,
    databaseUrl: url,
    logger,
    consumers: [defineConsumer({ task: crashTask, slots: 1, run })],
  });
}

const [, , orders] = process.argv;
if (orders?.startsWith('{')) await reserveEnqueueSettle(JSON.parse(orders) as Orders);
