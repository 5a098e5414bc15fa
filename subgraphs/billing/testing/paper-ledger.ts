import { openBook } from '../src/domain/ledger/book.ts';
import type { AccountBook } from '../src/domain/ledger/book.ts';
import { carryOut } from '../src/domain/ledger/carry-out.ts';
import type { Command } from '../src/domain/ledger/command.ts';
import { welcomeGrant } from '../src/domain/plans.ts';

/** The rules of the ledger with paper instead of a database: one person, every movement ever made. */
export interface PaperLedger {
  readonly book: AccountBook;
  run(command: Command, now: Date): unknown;
}

export function openPaperLedger(userId: string, openedAt: Date): PaperLedger {
  const clock = { now: openedAt };
  const paper = openBook({ userId, available: 0, held: 0, now: openedAt });
  const book: AccountBook = Object.defineProperty(paper, 'now', { get: () => clock.now });
  carryOut(book, welcomeGrant(userId, openedAt));
  return {
    book,
    run: (command, now) => {
      clock.now = now;
      return carryOut(book, command);
    },
  };
}

export interface Sums {
  readonly granted: number;
  readonly spent: number;
  readonly expired: number;
  readonly revoked: number;
  readonly available: number;
  readonly held: number;
  /** Of all entries: zero in double entry. */
  readonly entries: number;
}

/** Counts a book anew from its movements. */
export function sumUp({ transfers }: AccountBook): Sums {
  const sums = { GRANTS: 0, REVENUE: 0, EXPIRED: 0, REVOKED: 0, AVAILABLE: 0, HELD: 0 };
  for (const { from, to, amount } of transfers) {
    sums[from] -= amount;
    sums[to] += amount;
  }
  const entries = Object.values(sums).reduce((total, sum) => total + sum, 0);
  const { GRANTS, REVENUE, EXPIRED, REVOKED, AVAILABLE, HELD } = sums;
  return {
    granted: -GRANTS + 0,
    spent: REVENUE,
    expired: EXPIRED,
    revoked: REVOKED,
    available: AVAILABLE,
    held: HELD,
    entries,
  };
}
