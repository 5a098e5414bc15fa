import { createBatches } from '@modu/batches';
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

export class LedgerOverloaded extends Error {
  constructor() {
    super(`More than ${WAITING_MAX} movements of credits are waiting.`);
    this.name = 'LedgerOverloaded';
  }
}

/**
 * Takes commands as they come and carries out together those that meet. One person's commands keep their order; a person is in
 * one batch at a time, so the batches of this process never wait for each other's locks. A hot account costs one commit for many
 * holds. When a batch fails, each command is tried alone.
 */
export function createLedgerDesk(pool: Pool, now: () => Date) {
  const take = createBatches<Asked, Answer<Command>>({
    run: (asked) => (asked.length === 1 ? runAlone(pool, asked, now) : runBatch(pool, asked, now())),
    keyOf: ({ userId }) => userId,
    ...{ itemsMax: BATCH_MAX, atOnceMax: BATCHES_MAX, waitingMax: WAITING_MAX },
    overloaded: () => new LedgerOverloaded(),
  });
  return <One extends Command>(userId: string, command: One) => take({ userId, command }) as Promise<Answer<One>>;
}

/** Somebody else's row with the same key appears between reading and writing once; the second time it is read. */
async function runAlone(pool: Pool, asked: readonly Asked[], now: () => Date): Promise<Answer<Command>[]> {
  try {
    return await runBatch(pool, asked, now());
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return runBatch(pool, asked, now());
  }
}

function isUniqueViolation(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === UNIQUE_VIOLATION;
}
