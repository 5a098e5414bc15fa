import { digestOf } from '../domain/digest.ts';
import type { CountStore } from '../store/count-store.ts';

/** Whose attempts are counted together. */
export interface Attempt {
  readonly email: string;
  /** Where the right password was given before, if it is tried from there: see known-device.ts. */
  readonly knownDevice: string | undefined;
}

/** Counts attempts on one account wherever they come from, for addresses that exist and those that don't alike. */
export interface AccountLimit {
  /** Counts an attempt; returns for how long no more are allowed, 0 when this one is. */
  consume(attempt: Attempt): Promise<number>;
  /** The password was right: what was counted is forgotten. */
  forgive(attempt: Attempt): Promise<void>;
  /** The same for agreeing to give up an address for another: each time a letter goes to whatever address was named. */
  consumeChange(email: string): Promise<number>;
}

const ATTEMPTS = { max: 20, windowMs: 15 * 60_000 } as const;
const CHANGES = { max: 5, windowMs: 60 * 60_000 } as const;

export function createAccountLimit(counts: CountStore): AccountLimit {
  const consume = async (key: string, { max, windowMs }: { readonly max: number; readonly windowMs: number }) => {
    const { count, sinceMs } = await counts.add(key, windowMs);
    return count <= max ? 0 : Math.max(1, sinceMs + windowMs - Date.now());
  };
  return {
    consume: (attempt) => consume(keyOf(attempt), ATTEMPTS),
    forgive: (attempt) => counts.forget(keyOf(attempt)),
    consumeChange: (email) => consume(`change:${digestOf(email)}`, CHANGES),
  };
}

/** A device that is known has a count of its own, so that nobody shuts people out of their accounts by guessing elsewhere. */
const keyOf = ({ email, knownDevice }: Attempt): string =>
  knownDevice === undefined ? `account:${digestOf(email)}` : `device:${digestOf(knownDevice)}`;
