import { pruneWebhooks } from '../store/webhook-store.ts';
import type { BillingDesk } from './billing-desk.ts';

/** Long enough to look into what somebody asks about; what webhooks said stays as facts. */
const KEPT_MS = 30 * 86_400_000;

/** One that nobody could act on is of no use any more: what it was about has been asked of the provider each day. */
const UNREAD_KEPT_MS = 90 * 86_400_000;

/** Deletes webhooks that were acted on and are a month old, and what nobody could read for three: they name people. Returns how many. */
export function pruneOldWebhooks({ ledger }: BillingDesk): Promise<number> {
  const ago = (ms: number) => new Date(ledger.now().getTime() - ms);
  return pruneWebhooks(ledger.pool, { before: ago(KEPT_MS), allBefore: ago(UNREAD_KEPT_MS) });
}
