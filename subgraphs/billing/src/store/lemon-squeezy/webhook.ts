import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { WebhookMessage } from '../../domain/payment/provider.ts';
import { resource, toFact } from './resource.ts';

const HEX_SHA256 = /^[0-9a-f]{64}$/i;

/** `X-Signature` is the hex HMAC-SHA256 of the raw body; compared in constant time, before anything is parsed. */
export function isSigned(raw: Uint8Array, headers: Headers, secret: string): boolean {
  const given = headers.get('x-signature') ?? '';
  if (!HEX_SHA256.test(given)) return false;
  return timingSafeEqual(Buffer.from(given, 'hex'), createHmac('sha256', secret).update(raw).digest());
}

const envelope = z.object({
  meta: z.object({
    event_name: z.string(),
    custom_data: z.object({ user_id: z.string().max(100).optional() }).nullish(),
    test_mode: z.boolean().default(false),
  }),
  data: z.unknown(),
});

/** The events we act on; each carries the whole state of its subscription, invoice or order. */
const KNOWN = new Set([
  'order_created',
  'order_refunded',
  'subscription_created',
  'subscription_updated',
  'subscription_cancelled',
  'subscription_resumed',
  'subscription_expired',
  'subscription_paused',
  'subscription_unpaused',
  'subscription_payment_success',
  'subscription_payment_failed',
  'subscription_payment_recovered',
  'subscription_payment_refunded',
]);

export function readMessage(
  raw: Uint8Array,
  { productOf, testMode }: { readonly productOf: (variantId: string) => string | null; readonly testMode: boolean },
): WebhookMessage {
  const opened = envelope.safeParse(parse(raw));
  if (!opened.success) return { kind: 'IGNORED', event: 'unreadable', why: 'unreadable' };
  const { meta, data } = opened.data;
  const event = meta.event_name.slice(0, 100);
  if (!KNOWN.has(event)) return { kind: 'IGNORED', event, why: 'unknown' };
  if (meta.test_mode !== testMode) return { kind: 'IGNORED', event, why: 'mode' };
  const found = resource.safeParse(data);
  if (!found.success) return { kind: 'UNREADABLE', event, problem: z.prettifyError(found.error) };
  return { kind: 'FACT', event, fact: toFact(found.data, productOf), userId: meta.custom_data?.user_id ?? null };
}

function parse(raw: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(raw)) as unknown;
  } catch {
    return undefined;
  }
}
