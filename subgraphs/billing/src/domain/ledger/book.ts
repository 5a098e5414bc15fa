import type { Hold } from '../hold.ts';
import { toMovement } from '../movement.ts';
import type { Movement, MovementKind } from '../movement.ts';
import type { Grant } from './grant.ts';

/** A movement that is decided and not yet written down. */
export interface DecidedTransfer extends Movement {
  readonly amount: number;
  readonly availableAfter: number;
  readonly jobId: string | null;
  readonly note: string | null;
  readonly key: string | null;
  /** What the key was used for; the same key with other content is a conflict. */
  readonly content: string | null;
}

/** What a key was used for, and by whom. */
export interface UsedKey {
  readonly userId: string;
  readonly content: string | null;
}

/**
 * One person's credits, open for writing: what is loaded under the lock of the account, and what commands have changed of it.
 * Rules work on the book alone; whoever opened it writes down what changed, all or nothing.
 */
export interface AccountBook {
  readonly userId: string;
  readonly now: Date;
  available: number;
  held: number;
  readonly grants: Map<string, Grant>;
  readonly holds: Map<string, Hold>;
  readonly keys: Map<string, UsedKey>;
  readonly transfers: DecidedTransfer[];
  readonly changedGrants: Set<string>;
  readonly changedHolds: Set<string>;
}

export type OpenedAccount = Pick<AccountBook, 'userId' | 'now' | 'available' | 'held'>;

/** A book with nothing in it yet but the balances. */
export function openBook(account: OpenedAccount): AccountBook {
  return {
    userId: account.userId,
    now: account.now,
    available: account.available,
    held: account.held,
    grants: new Map(),
    holds: new Map(),
    keys: new Map(),
    transfers: [],
    changedGrants: new Set(),
    changedHolds: new Set(),
  };
}

interface Details {
  readonly jobId?: string;
  readonly note?: string | undefined;
  readonly key?: string;
  readonly content?: string;
}

/** Writes a movement into the book and moves the balances. @throws RangeError when a balance would fall below zero. */
export function record(book: AccountBook, kind: MovementKind, amount: number, details: Details = {}): void {
  const movement = toMovement(kind, amount);
  book.available += movement.availableChange;
  book.held += movement.heldChange;
  if (book.available < 0 || book.held < 0) throw new RangeError(`${kind} of ${amount} would leave less than nothing`);
  const { jobId = null, note = null, key = null, content = null } = details;
  book.transfers.push({ ...movement, amount, availableAfter: book.available, jobId, note, key, content });
  if (key !== null) book.keys.set(key, { userId: book.userId, content });
}

export function putHold(book: AccountBook, hold: Hold): Hold {
  book.holds.set(hold.jobId, hold);
  book.changedHolds.add(hold.jobId);
  return hold;
}

export function putGrant(book: AccountBook, grant: Grant): Grant {
  book.grants.set(grant.key, grant);
  book.changedGrants.add(grant.key);
  return grant;
}
