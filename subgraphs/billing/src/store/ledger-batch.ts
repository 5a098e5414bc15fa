import { inTransaction } from '@modu/postgres';
import type { Pool } from 'pg';
import { carryOut } from '../domain/ledger/carry-out.ts';
import type { Answer } from '../domain/ledger/carry-out.ts';
import type { Command } from '../domain/ledger/command.ts';
import { welcomeGrant } from '../domain/plans.ts';
import { openBooks } from './ledger-load.ts';
import type { Asked } from './ledger-load.ts';
import { knownRows, saveBooks } from './ledger-save.ts';

/**
 * Carries out commands on the accounts of any number of people in one transaction, in the order given. Answers come in that
 * order too. All of it is written or, when it throws, nothing.
 */
export async function runBatch(pool: Pool, asked: readonly Asked[], now: Date): Promise<Answer<Command>[]> {
  return inTransaction(pool, async (client) => {
    const opened = await openBooks(client, asked, now);
    const books = [...opened.values()].map(({ book }) => book);
    const known = knownRows(books);
    for (const { book, isNew } of opened.values()) if (isNew) carryOut(book, welcomeGrant(book.userId, now));
    const answers = asked.map(({ userId, command }) => {
      const entry = opened.get(userId);
      if (!entry) throw new Error(`The account of ${userId} was not opened.`);
      return carryOut(entry.book, command);
    });
    await saveBooks(client, books, { known, now });
    return answers;
  });
}
