import type { Pool } from 'pg';
import type { Answer } from '../domain/ledger/carry-out.ts';
import type { Command } from '../domain/ledger/command.ts';
import { createLedgerDesk } from './ledger-desk.ts';

/** Where credits are kept: the database, the clock that holds and grants expire by, and the one way to move any. */
export interface Ledger {
  readonly pool: Pool;
  now(): Date;
  /**
   * Carries out a command on a person's credits, all or nothing; their account is opened when this is the first touch.
   * @throws LedgerOverloaded when far too much is waiting already.
   */
  run<One extends Command>(userId: string, command: One): Promise<Answer<One>>;
}

export function createLedger(pool: Pool, now: () => Date): Ledger {
  return { pool, now, run: createLedgerDesk(pool, now) };
}
