import type { Pool } from 'pg';
import type { Answer } from '../domain/ledger/carry-out.ts';
import type { Command } from '../domain/ledger/command.ts';
import { runBatch } from './ledger-batch.ts';
import type { Asked } from './ledger-load.ts';

/** More people than this in one transaction would only make each wait longer. */
const BATCH_MAX = 128;
/** Batches under way at the same moment; each keeps a connection of the pool. */
const BATCHES_MAX = 2;
/** What waits beyond this is refused at once: better a clear no than an answer after everybody's deadline. */
const WAITING_MAX = 20_000;
const UNIQUE_VIOLATION = '23505';

interface Waiting extends Asked {
  readonly resolve: (answer: Answer<Command>) => void;
  readonly reject: (error: unknown) => void;
}

export class LedgerOverloaded extends Error {
  constructor() {
    super(`More than ${WAITING_MAX} movements of credits are waiting.`);
    this.name = 'LedgerOverloaded';
  }
}

/**
 * Takes commands as they come and carries out together those that meet: the first starts at once, what arrives while it is
 * written goes into the next transaction. One person's commands keep their order; a person is in one batch at a time, so the
 * batches of this process never wait for each other's locks. A hot account costs one commit for many holds.
 */
export function createLedgerDesk(pool: Pool, now: () => Date) {
  const waiting: Waiting[] = [];
  const busy = new Set<string>();
  let running = 0;

  const next = (): Waiting[] => {
    const batch: Waiting[] = [];
    const left: Waiting[] = [];
    for (const one of waiting.splice(0)) {
      if (batch.length < BATCH_MAX && !busy.has(one.userId)) batch.push(one);
      else left.push(one);
    }
    waiting.push(...left);
    return batch;
  };

  const turn = () => {
    while (running < BATCHES_MAX && waiting.length > 0) {
      const batch = next();
      if (batch.length === 0) return;
      const people = new Set(batch.map(({ userId }) => userId));
      for (const userId of people) busy.add(userId);
      running += 1;
      void settleBatch(pool, batch, now).finally(() => {
        running -= 1;
        for (const userId of people) busy.delete(userId);
        turn();
      });
    }
  };

  return <One extends Command>(userId: string, command: One): Promise<Answer<One>> =>
    new Promise((resolve, reject) => {
      if (waiting.length >= WAITING_MAX) return reject(new LedgerOverloaded());
      waiting.push({ userId, command, resolve: resolve as Waiting['resolve'], reject });
      turn();
    });
}

/** When a batch fails, each command is tried alone: one that can't be carried out does not take the others with it. */
async function settleBatch(pool: Pool, batch: readonly Waiting[], now: () => Date): Promise<void> {
  try {
    const answers = await runBatch(pool, batch, now());
    batch.forEach(({ resolve }, index) => resolve(answers[index] as Answer<Command>));
  } catch (error) {
    if (batch.length === 1 && !isUniqueViolation(error)) return batch[0]?.reject(error);
    for (const one of batch) await runAlone(pool, one, now);
  }
}

/** Somebody else's row with the same key appears between reading and writing once; the second time it is read. */
async function runAlone(pool: Pool, one: Waiting, now: () => Date): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      const [answer] = await runBatch(pool, [one], now());
      return one.resolve(answer as Answer<Command>);
    } catch (error) {
      if (attempt > 1 || !isUniqueViolation(error)) return one.reject(error);
    }
  }
}

function isUniqueViolation(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === UNIQUE_VIOLATION;
}
