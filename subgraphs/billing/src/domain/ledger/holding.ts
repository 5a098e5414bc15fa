import { isRefusal, refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { decideHold, decideSettle } from '../hold-rules.ts';
import type { Hold } from '../hold.ts';
import { putHold, record } from './book.ts';
import type { AccountBook } from './book.ts';
import type { HoldCommand, RefundCommand, ReleaseCommand, RenewCommand, SettleCommand } from './command.ts';
import { checkKey } from './granting.ts';
import { returnCredits, splitParts, takeCredits, takeOutEnded } from './lots.ts';

/** Sets credits aside. Holds past their expiry give theirs back first when there are too few. */
export function hold(book: AccountBook, command: HoldCommand): Hold | Refusal {
  const { jobId, amount, expiresAt } = command;
  const { userId } = book;
  const existing = book.holds.get(jobId);
  const decision = withFreed(book, () => decideHold({ userId, amount }, existing, book.available));
  if (isRefusal(decision)) return decision;
  if (existing && decision === 'unchanged') return existing;
  const later = existing && existing.expiresAt > expiresAt ? existing.expiresAt : expiresAt;
  if (existing && decision === 'extend') return putHold(book, { ...existing, expiresAt: later });
  const parts = takeCredits(book, amount);
  record(book, 'HOLD', amount, { jobId });
  const fresh = { jobId, userId, amount, settledAmount: 0, refundedAmount: 0 };
  return putHold(book, { ...(existing ?? fresh), status: 'OPEN', givenBack: false, expiresAt: later, parts });
}

/** Spends a hold, all or part, in the order of use; the rest goes back. */
export function settle(book: AccountBook, { jobId, amount }: SettleCommand): Hold | Refusal {
  const existing = ownHold(book, jobId);
  if (!existing) return refuse('NOT_FOUND', 'hold.notFound', { path: ['jobId'] });
  const decision = withFreed(book, () => decideSettle(existing, amount, book.available));
  if (isRefusal(decision)) return decision;
  if (decision.kind === 'unchanged') return existing;
  const isLate = decision.kind === 'recharge';
  if (isLate) record(book, 'HOLD', amount, { jobId, note: 'late' });
  const [spent, rest] = splitParts(isLate ? takeCredits(book, amount) : existing.parts, amount);
  record(book, 'SETTLE', amount, { jobId });
  if (rest.length > 0) {
    record(book, 'RELEASE', existing.amount - amount, { jobId, note: 'rest' });
    returnCredits(book, rest);
  }
  const settled = putHold(book, { ...existing, status: 'SETTLED', settledAmount: amount, parts: spent });
  takeOutEnded(book);
  return settled;
}

/** Gives a whole hold back; what is settled stays so. Nothing can be spent of it from here on, also when it had expired before. */
export function release(book: AccountBook, { jobId, note }: ReleaseCommand): Hold | Refusal {
  const existing = ownHold(book, jobId);
  if (!existing) return refuse('NOT_FOUND', 'hold.notFound', { path: ['jobId'] });
  if (existing.status === 'SETTLED' || existing.givenBack) return existing;
  const free = existing.status === 'OPEN' ? giveBack(book, existing, note) : existing;
  const released = putHold(book, { ...free, givenBack: true });
  takeOutEnded(book);
  return released;
}

/** Gives back, of what was spent, the last credits first. */
export function refund(book: AccountBook, command: RefundCommand): Hold | Refusal {
  const { jobId, key, amount, note } = command;
  const content = `refund ${jobId} ${amount}`;
  const existing = ownHold(book, jobId);
  if (!existing) return refuse('NOT_FOUND', 'hold.notFound', { path: ['jobId'] });
  const earlier = checkKey(book, key, content);
  if (earlier) return earlier === 'done' ? existing : earlier;
  const charged = existing.settledAmount - existing.refundedAmount;
  if (amount > charged) return refuse('INVALID_INPUT', 'refund.aboveCharge', { params: { charged } });
  const [kept, back] = splitParts(existing.parts, charged - amount);
  record(book, 'REFUND', amount, { jobId, note, key, content });
  returnCredits(book, back);
  const refundedAmount = existing.refundedAmount + amount;
  const refunded = putHold(book, { ...existing, refundedAmount, parts: kept });
  takeOutEnded(book);
  return refunded;
}

/** Keeps open holds open longer; an expiry never moves back. Returns the jobs whose holds are still open. */
export function renew(book: AccountBook, { jobIds, expiresAt }: RenewCommand): string[] {
  const open = jobIds.flatMap((jobId) => ownHold(book, jobId) ?? []).filter(({ status }) => status === 'OPEN');
  for (const existing of open) {
    if (existing.expiresAt < expiresAt) putHold(book, { ...existing, expiresAt });
  }
  return open.map(({ jobId }) => jobId);
}

/** Gives back what expired holds keep. Returns how many credits came free. */
export function releaseExpired(book: AccountBook): number {
  const due = [...book.holds.values()].filter(
    ({ status, expiresAt, userId }) => status === 'OPEN' && expiresAt <= book.now && userId === book.userId,
  );
  for (const one of due) giveBack(book, one, 'expired');
  takeOutEnded(book);
  return due.reduce((sum, { amount }) => sum + amount, 0);
}

/** A job's hold of this person; the book may also hold somebody else's, for the conflict alone. */
function ownHold(book: AccountBook, jobId: string): Hold | undefined {
  const found = book.holds.get(jobId);
  return found?.userId === book.userId ? found : undefined;
}

function giveBack(book: AccountBook, existing: Hold, note: string | undefined): Hold {
  record(book, 'RELEASE', existing.amount, { jobId: existing.jobId, note });
  returnCredits(book, existing.parts);
  return putHold(book, { ...existing, status: 'RELEASED', parts: [] });
}

/** Decides; when credits are short, frees what expired holds keep and decides again. */
function withFreed<Decision>(book: AccountBook, decide: () => Decision | Refusal): Decision | Refusal {
  const first = decide();
  if (!isRefusal(first) || first.code !== 'INSUFFICIENT_CREDITS') return first;
  return releaseExpired(book) > 0 ? decide() : first;
}
