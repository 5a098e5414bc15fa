import type { Bus } from '@modu/bus';
import type { Logger } from '@modu/logger';
import { keepRounds } from '@modu/rounds';
import type { Rounds } from '@modu/rounds';
import { parseLocale } from '@modu/viewer';
import { ACCESS_TOKEN_LIFETIME_MS, accessRevoked, accountDeleted, isUnreachable } from '../contracts.ts';
import { writeLetter } from '../mail/letter.ts';
import type { Letter } from '../mail/letter.ts';
import type { AccountStore, ClosedAccount } from '../store/account-store.ts';

interface Options {
  readonly accounts: AccountStore;
  readonly bus: Bus;
  readonly logger: Logger;
  readonly intervalMs?: number;
}

const INTERVAL_MS = 60_000;
const BATCH = 20;

/** Deletes the accounts whose time to think is over. The other domains read what has gone; the bus only wakes them. */
export function startClosingAccounts({ accounts, bus, logger, intervalMs = INTERVAL_MS }: Options): Rounds {
  /**
   * Tells what opened accounts that have gone, as by whoever signed in while theirs waited for its end; again in each round for as long
   * as a token of it may live, for the process that closed one may have ended before it told.
   */
  const tell = async (now: Date): Promise<void> => {
    const ended = await accounts.listEndedSince(new Date(now.getTime() - ACCESS_TOKEN_LIFETIME_MS));
    for (const { userId, sessionId, apiKeyId, revokedAt } of ended) {
      await bus.publish(accessRevoked, { userId, sessionId, apiKeyId, atMs: revokedAt.getTime() });
    }
  };
  const close = async (): Promise<void> => {
    const now = new Date();
    const closed = await accounts.deleteDue({ now, limit: BATCH, write: writeFarewell });
    await tell(now);
    const last = closed.at(-1);
    if (!last) return;
    logger.info({ count: closed.length }, 'accounts whose time was up are deleted');
    await bus.publish(accountDeleted, { sequence: last.sequence });
  };
  return keepRounds(close, { name: 'closing accounts', logger, everyMs: intervalMs, firstMs: intervalMs });
}

/** The last letter to a person; none where no letter arrives. */
export function writeFarewell({ email, displayName, locale }: ClosedAccount): Letter | undefined {
  if (isUnreachable(email)) return undefined;
  return writeLetter({ kind: 'account-closed', to: email, name: displayName, locale: parseLocale(locale) });
}
