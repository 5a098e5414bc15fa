import { createId } from '@modu/ids';
import { inTransaction } from '@modu/postgres';
import type { Sql } from '@modu/tasks';
import type { Pool } from 'pg';

export interface KeptWebhook {
  readonly id: string;
  readonly body: Uint8Array;
  readonly outcome: string | null;
}

/** Keeps a webhook byte for byte; `enqueue` puts its task into the same transaction. */
export async function keepWebhook(
  pool: Pool,
  webhook: { readonly provider: string; readonly raw: Uint8Array; readonly signature: string; readonly now: Date },
  enqueue: (id: string, sql: Sql) => Promise<void>,
): Promise<string> {
  const id = createId();
  await inTransaction(pool, async (client) => {
    await client.query(
      'INSERT INTO webhook_event (id, provider, body, signature, received_at) VALUES ($1, $2, $3, $4, $5)',
      [id, webhook.provider, Buffer.from(webhook.raw), webhook.signature, webhook.now],
    );
    await enqueue(id, client);
  });
  return id;
}

export async function findWebhook(pool: Pool, id: string): Promise<KeptWebhook | undefined> {
  const { rows } = await pool.query<KeptWebhook>('SELECT id, body, outcome FROM webhook_event WHERE id = $1', [id]);
  return rows[0];
}

interface EndedWebhook {
  readonly id: string;
  readonly event: string;
  readonly outcome: string;
  readonly now: Date;
  /** Whether its words stay; those about somebody whose account has gone do not. */
  readonly isKept: boolean;
}

export async function endWebhook(pool: Pool, { id, event, outcome, now, isKept }: EndedWebhook): Promise<void> {
  await pool.query(
    `UPDATE webhook_event SET event = $2, outcome = $3, processed_at = $4, body = CASE WHEN $5 THEN body ELSE '' END
      WHERE id = $1`,
    [id, event, outcome, now, isKept],
  );
}

/** Webhooks that came before a moment and have not been acted on, the newest first: those that nobody can read are never in front of others. */
export async function listUnprocessed(
  pool: Pool,
  { before, limit }: { readonly before: Date; readonly limit: number },
): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    'SELECT id FROM webhook_event WHERE processed_at IS NULL AND received_at < $1 ORDER BY received_at DESC LIMIT $2',
    [before, limit],
  );
  return rows.map(({ id }) => id);
}

/** Deletes webhooks that came before a moment and were acted on, and all from before another. @returns how many. */
export async function pruneWebhooks(
  pool: Pool,
  { before, allBefore }: { readonly before: Date; readonly allBefore: Date },
): Promise<number> {
  const { rowCount } = await pool.query(
    'DELETE FROM webhook_event WHERE (received_at < $1 AND processed_at IS NOT NULL) OR received_at < $2',
    [before, allBefore],
  );
  return rowCount ?? 0;
}
