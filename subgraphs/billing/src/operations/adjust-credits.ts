import { AccessError, refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import type { Viewer } from '@modu/viewer';
import type { Balance } from '../domain/ledger/carry-out.ts';
import { AMOUNT_CREDITS_MAX, checkAmount, checkId } from '../domain/limits.ts';
import { checkNote, noteOf } from '../domain/note.ts';
import type { Ledger } from '../store/ledger.ts';

export interface Adjustment {
  readonly userId: string;
  /** Credits to give, or to take when negative. */
  readonly change: number;
  readonly idempotencyKey: string;
  /** Why, for the person's history. */
  readonly note: string;
}

/** Corrects a balance by hand; for admins. Idempotent by key; never takes more than is available. */
export async function adjustCredits(
  ledger: Ledger,
  viewer: Viewer,
  adjustment: Adjustment,
): Promise<Balance | Refusal> {
  if (viewer.kind !== 'user' || viewer.role !== 'ADMIN') {
    throw new AccessError('FORBIDDEN', 'Only admins may correct balances.');
  }
  const { userId, change, idempotencyKey: key } = adjustment;
  const note = noteOf(adjustment.note.trim()).note;
  if (note === undefined) return refuse('INVALID_INPUT', 'adjust.note', { path: ['input', 'note'] });
  if (change === 0) {
    return refuse('INVALID_INPUT', 'amount.range', { path: ['input', 'change'], params: { max: AMOUNT_CREDITS_MAX } });
  }
  const invalid =
    checkNote(note, ['input', 'note']) ??
    checkId(userId, ['input', 'userId']) ??
    checkAmount(Math.abs(change), ['input', 'change']) ??
    checkId(key, ['input', 'idempotencyKey']);
  if (invalid) return invalid;
  return ledger.run(userId, { type: 'adjust', key, change, note });
}
