import type { HoldPart } from '../hold.ts';
import { record } from './book.ts';
import type { AccountBook } from './book.ts';
import { compareUse } from './grant.ts';
import type { Grant } from './grant.ts';

/** Takes credits out of the grants in the fixed order of use. The caller has checked that there are enough. */
export function takeCredits(book: AccountBook, amount: number): HoldPart[] {
  const parts: HoldPart[] = [];
  let missing = amount;
  for (const grant of [...book.grants.values()].sort(compareUse)) {
    const taken = Math.min(missing, grant.remaining);
    if (taken === 0) continue;
    change(book, grant, -taken);
    parts.push({ grant: grant.key, amount: taken });
    missing -= taken;
    if (missing === 0) return parts;
  }
  if (missing > 0) throw new RangeError(`${missing} of ${amount} credits are in no grant of ${book.userId}`);
  return parts;
}

/** Puts credits back into the grants they came from; they keep the expiry they were granted with. */
export function returnCredits(book: AccountBook, parts: readonly HoldPart[]): void {
  for (const { grant: key, amount } of parts) {
    const grant = book.grants.get(key);
    if (!grant) throw new Error(`The grant ${key} of ${book.userId} is not in the book.`);
    change(book, grant, amount);
  }
}

/** The first `amount` credits of the parts, and the rest. */
export function splitParts(parts: readonly HoldPart[], amount: number): readonly [HoldPart[], HoldPart[]] {
  const first: HoldPart[] = [];
  const rest: HoldPart[] = [];
  let wanted = amount;
  for (const part of parts) {
    const taken = Math.min(wanted, part.amount);
    wanted -= taken;
    if (taken > 0) first.push({ grant: part.grant, amount: taken });
    if (part.amount > taken) rest.push({ grant: part.grant, amount: part.amount - taken });
  }
  return [first, rest];
}

/**
 * Takes out what may not be used any more: what grants still have to give back to a revocation, and what is past its expiry.
 * Runs before each decision, so that expired credits are never spent however late the sweep comes.
 */
export function takeOutEnded(book: AccountBook): void {
  for (const grant of book.grants.values()) {
    const due = grant.closed ? grant.remaining : Math.min(grant.remaining, grant.revokeTarget - grant.revoked);
    if (due > 0) {
      grant.revoked += due;
      grant.revokeTarget = Math.max(grant.revokeTarget, grant.revoked);
      change(book, grant, -due);
      record(book, 'REVOKE', due, { note: grant.key });
    }
    if (grant.remaining > 0 && grant.expiresAt !== null && grant.expiresAt <= book.now) {
      const lapsed = grant.remaining;
      change(book, grant, -lapsed);
      record(book, 'EXPIRE', lapsed, { note: grant.key });
    }
  }
}

function change(book: AccountBook, grant: Grant, by: number): void {
  grant.remaining += by;
  book.changedGrants.add(grant.key);
}
