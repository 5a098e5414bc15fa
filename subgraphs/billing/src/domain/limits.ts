import { refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { isPlainLine } from '@modu/plain-text';

/** The largest amount one job may hold; far above any price, far below what the columns can count. */
export const AMOUNT_CREDITS_MAX = 1_000_000;
/** A hold that nobody renews for a day is forgotten, not waiting. */
export const EXPIRY_SECONDS_MAX = 86_400;
/** One round of renewals; callers with more holds ask again. */
export const RENEWED_JOBS_MAX = 1_000;
export const ID_LENGTH_MAX = 100;

/** A whole amount from 1 to the maximum, or the refusal that says so. */
export function checkAmount(amount: number, path: readonly string[]): Refusal | undefined {
  if (Number.isInteger(amount) && amount >= 1 && amount <= AMOUNT_CREDITS_MAX) return undefined;
  return refuse('INVALID_INPUT', 'amount.range', { path, params: { max: AMOUNT_CREDITS_MAX } });
}

export function checkExpiry(seconds: number, path: readonly string[]): Refusal | undefined {
  if (Number.isInteger(seconds) && seconds >= 1 && seconds <= EXPIRY_SECONDS_MAX) return undefined;
  return refuse('INVALID_INPUT', 'expiry.range', { path, params: { max: EXPIRY_SECONDS_MAX } });
}

export function checkId(id: string, path: readonly string[]): Refusal | undefined {
  if (!isPlainLine(id)) return refuse('INVALID_INPUT', 'text.plain', { path });
  if (id.length >= 1 && id.length <= ID_LENGTH_MAX) return undefined;
  return refuse('INVALID_INPUT', 'id.length', { path, params: { max: ID_LENGTH_MAX } });
}
