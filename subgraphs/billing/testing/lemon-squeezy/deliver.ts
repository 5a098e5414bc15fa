import { createHmac } from 'node:crypto';
import type { ShopEvent } from './shop.ts';

/** The bytes and headers of a webhook, as they send it: the event's name, the thing, our own data, no id. */
export function toWebhook({ name, userId, thing }: ShopEvent, secret: string, { testMode = true } = {}) {
  const meta = { event_name: name, test_mode: testMode, webhook_id: 'w', custom_data: { user_id: userId } };
  const raw = Buffer.from(JSON.stringify({ meta, data: thing }));
  const signature = createHmac('sha256', secret).update(raw).digest('hex');
  const headers = new Headers({ 'content-type': 'application/json', 'x-event-name': name, 'x-signature': signature });
  return { raw: new Uint8Array(raw), headers };
}

/** They try again three times after anything but 200, at about 5, 25 and 125 seconds; then the event is gone. */
export async function deliver(
  url: string,
  { raw, headers }: ReturnType<typeof toWebhook>,
  { waitsMs = [5_000, 25_000, 125_000] }: { readonly waitsMs?: readonly number[] } = {},
): Promise<{ readonly status: number; readonly attempts: number }> {
  for (let attempt = 1; ; attempt++) {
    const response = await fetch(url, { method: 'POST', headers, body: Buffer.from(raw) }).catch(() => undefined);
    const status = response?.status ?? 0;
    const waitMs = waitsMs[attempt - 1];
    if (status === 200 || waitMs === undefined) return { status, attempts: attempt };
    await new Promise((resolve) => setTimeout(resolve, waitMs));
  }
}
