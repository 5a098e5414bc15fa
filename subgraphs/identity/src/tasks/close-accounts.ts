import type { Bus } from '@modu/bus';
import type { Logger } from '@modu/logger';
import { keepRounds } from '@modu/rounds';
import type { Rounds } from '@modu/rounds';
import { parseLocale } from '@modu/viewer';
import { accountDeleted } from '../contracts.ts';
import type { PostOffice } from '../mail/post-office.ts';
import type { TellRevoked } from '../operations/tell-revoked.ts';
import type { AccountStore } from '../store/account-store.ts';

interface Options {
  readonly accounts: AccountStore;
  readonly tellRevoked: TellRevoked;
  readonly office: PostOffice;
  readonly bus: Bus;
  readonly logger: Logger;
  readonly intervalMs?: number;
}

const INTERVAL_MS = 60_000;
const BATCH = 20;

/** Deletes the accounts whose time to think is over. The other domains read what has gone; the bus only wakes them. */
export function startClosingAccounts({
  accounts,
  tellRevoked,
  office,
  bus,
  logger,
  intervalMs = INTERVAL_MS,
}: Options): Rounds {
  const close = async (): Promise<void> => {
    const closed = await accounts.deleteDue(new Date(), BATCH);
    for (const { userId, sessionIds, apiKeyIds, email, displayName, locale } of closed) {
      // Whoever signed in while the account waited for its end.
      for (const sessionId of sessionIds) await tellRevoked({ userId, sessionId });
      for (const apiKeyId of apiKeyIds) await tellRevoked({ userId, apiKeyId });
      await office.notify({ kind: 'account-closed', to: email, name: displayName, locale: parseLocale(locale) });
    }
    const last = closed.at(-1);
    if (!last) return;
    logger.info({ count: closed.length }, 'accounts whose time was up are deleted');
    await bus.publish(accountDeleted, { sequence: last.sequence });
  };
  return keepRounds(close, { name: 'closing accounts', logger, everyMs: intervalMs, firstMs: intervalMs });
}
