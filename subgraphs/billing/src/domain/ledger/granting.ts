import { refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { putGrant, record } from './book.ts';
import type { AccountBook } from './book.ts';
import type { AdjustCommand, DeclareCommand, GrantCommand, RevokeCommand } from './command.ts';
import type { Grant } from './grant.ts';
import { takeCredits, takeOutEnded } from './lots.ts';

/** `done` when the key was used for the same before; a refusal when it was used for anything else or by anybody else. */
export function checkKey(book: AccountBook, key: string, content: string): 'done' | Refusal | undefined {
  const used = book.keys.get(key);
  if (!used) return undefined;
  return used.userId === book.userId && used.content === content ? 'done' : refuse('CONFLICT', 'grant.otherContent');
}

/** Gives credits once per key. */
export function grant(book: AccountBook, command: GrantCommand): Refusal | undefined {
  const { key, source, amount, expiresAt = null, note } = command;
  const content = `grant ${source} ${amount} ${expiresAt?.toISOString() ?? 'never'}`;
  const earlier = checkKey(book, key, content);
  if (earlier) return earlier === 'done' ? undefined : earlier;
  if (book.grants.has(key)) return refuse('CONFLICT', 'grant.otherContent');
  putGrant(book, { ...newGrant(book, command), amount, remaining: amount, expiresAt });
  record(book, source === 'PURCHASE' ? 'PURCHASE' : 'GRANT', amount, { note, key, content });
  takeOutEnded(book);
  return undefined;
}

/** Makes a grant what it shall be, from whatever it is. */
export function declare(book: AccountBook, command: DeclareCommand): Refusal | undefined {
  const { key, source, net, note } = command;
  const used = book.keys.get(key);
  if (used && used.userId !== book.userId) return refuse('CONFLICT', 'grant.otherContent');
  const existing = book.grants.get(key);
  const one = existing ?? newGrant(book, command);
  const missing = net - (one.amount - one.revokeTarget);
  if (missing > 0 && !one.closed) {
    one.amount += missing;
    one.remaining += missing;
    record(book, source === 'PURCHASE' ? 'PURCHASE' : 'GRANT', missing, { note: note ?? key });
  }
  if (missing < 0) one.revokeTarget -= missing;
  one.closed ||= command.closed;
  if (missing !== 0 || one.closed) putGrant(book, one);
  takeOutEnded(book);
  return undefined;
}

export function revoke(book: AccountBook, { key, total }: RevokeCommand): Refusal | undefined {
  const one = book.grants.get(key);
  if (!one) return refuse('NOT_FOUND', 'grant.notFound', { path: ['key'] });
  one.revokeTarget = Math.max(one.revokeTarget, Math.min(total, one.amount));
  putGrant(book, one);
  takeOutEnded(book);
  return undefined;
}

/** A correction: upwards it is a gift of its own, downwards it takes from the grants in the order of use. */
export function adjust(book: AccountBook, { key, change, note }: AdjustCommand): Refusal | undefined {
  const content = `adjust ${change}`;
  const earlier = checkKey(book, key, content);
  if (earlier) return earlier === 'done' ? undefined : earlier;
  if (change > 0) {
    if (book.grants.has(key)) return refuse('CONFLICT', 'grant.otherContent');
    const gift = newGrant(book, { key, source: 'GIFT' });
    putGrant(book, { ...gift, amount: change, remaining: change });
    record(book, 'ADJUST_UP', change, { note, key, content });
    return undefined;
  }
  const { available } = book;
  if (-change > available) {
    return refuse('INSUFFICIENT_CREDITS', 'hold.insufficient', { params: { needed: -change, available } });
  }
  takeCredits(book, -change);
  record(book, 'ADJUST_DOWN', -change, { note, key, content });
  return undefined;
}

function newGrant(
  { userId, now }: AccountBook,
  { key, source, expiresAt = null }: Pick<GrantCommand, 'key' | 'source' | 'expiresAt'>,
): Grant {
  const nothing = { amount: 0, remaining: 0, revokeTarget: 0, revoked: 0, closed: false };
  return { key, userId, source, ...nothing, expiresAt, createdAt: now };
}
