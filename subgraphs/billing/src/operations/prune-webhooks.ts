import { pruneWebhooks } from '../store/webhook-store.ts';
import type { BillingDesk } from './billing-desk.ts';

/** Long enough to look into what somebody asks about; what webhooks said stays as facts. */
const KEPT_MS = 30 * 86_400_000;

/** Deletes webhooks that were acted on and are a month old: they name people. Returns how many. */
export function pruneOldWebhooks({ ledger }: BillingDesk): Promise<number> {
  return pruneWebhooks(ledger.pool, new Date(ledger.now().getTime() - KEPT_MS));
}
