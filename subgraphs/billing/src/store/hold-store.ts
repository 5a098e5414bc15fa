import type { ClientBase, Pool } from 'pg';
import type { Hold } from '../domain/hold.ts';

const COLUMNS =
  'job_id AS "jobId", user_id AS "userId", amount, settled_amount AS "settledAmount", status, expires_at AS "expiresAt"';

/** The hold of a job. Its status changes only under the lock of its person's account, so none is taken here. */
export async function findHold(client: ClientBase | Pool, jobId: string): Promise<Hold | undefined> {
  const { rows } = await client.query<Hold>({
    name: 'find-hold',
    text: `SELECT ${COLUMNS} FROM hold WHERE job_id = $1`,
    values: [jobId],
  });
  return rows[0];
}

/** The hold of a job that is known to have one: holds are never deleted. */
export async function getHold(client: ClientBase, jobId: string): Promise<Hold> {
  const hold = await findHold(client, jobId);
  return only(hold ? [hold] : [], jobId);
}

/** Returns undefined when the job has a hold already, of whomever. */
export async function insertHold(
  client: ClientBase,
  { jobId, userId, amount, expiresAt }: Pick<Hold, 'jobId' | 'userId' | 'amount' | 'expiresAt'>,
): Promise<Hold | undefined> {
  const { rows } = await client.query<Hold>({
    name: 'insert-hold',
    text: `INSERT INTO hold (job_id, user_id, amount, expires_at) VALUES ($1, $2, $3, $4)
      ON CONFLICT (job_id) DO NOTHING RETURNING ${COLUMNS}`,
    values: [jobId, userId, amount, expiresAt],
  });
  return rows[0];
}

/** Opens a released hold again, or keeps an open one open longer; the expiry never moves back. */
export async function openHoldUntil(client: ClientBase, jobId: string, expiresAt: Date): Promise<Hold> {
  const { rows } = await client.query<Hold>(
    `UPDATE hold SET status = 'OPEN', expires_at = greatest(expires_at, $2) WHERE job_id = $1 RETURNING ${COLUMNS}`,
    [jobId, expiresAt],
  );
  return only(rows, jobId);
}

export async function settleHoldRow(client: ClientBase, jobId: string, amount: number): Promise<Hold> {
  const { rows } = await client.query<Hold>({
    name: 'settle-hold',
    text: `UPDATE hold SET status = 'SETTLED', settled_amount = $2 WHERE job_id = $1 RETURNING ${COLUMNS}`,
    values: [jobId, amount],
  });
  return only(rows, jobId);
}

export async function releaseHoldRow(client: ClientBase, jobId: string): Promise<Hold> {
  const { rows } = await client.query<Hold>(
    `UPDATE hold SET status = 'RELEASED' WHERE job_id = $1 RETURNING ${COLUMNS}`,
    [jobId],
  );
  return only(rows, jobId);
}

/** Marks what of a person's holds is past its expiry as released; what was renewed meanwhile is left out. */
export async function releaseDueHoldRows(
  client: ClientBase,
  { userId, now, limit }: { readonly userId: string; readonly now: Date; readonly limit: number },
): Promise<Hold[]> {
  const { rows } = await client.query<Hold>(
    `UPDATE hold SET status = 'RELEASED'
      WHERE status = 'OPEN' AND expires_at <= $2 AND job_id IN (
        SELECT job_id FROM hold WHERE user_id = $1 AND status = 'OPEN' AND expires_at <= $2
        ORDER BY expires_at LIMIT $3
      )
      RETURNING ${COLUMNS}`,
    [userId, now, limit],
  );
  return rows;
}

/** People who have holds past their expiry, longest past first. */
export async function listUsersWithDueHolds(
  pool: Pool,
  { now, limit }: { readonly now: Date; readonly limit: number },
): Promise<string[]> {
  const { rows } = await pool.query<{ userId: string }>(
    `SELECT user_id AS "userId" FROM hold WHERE status = 'OPEN' AND expires_at <= $1
      GROUP BY user_id ORDER BY min(expires_at) LIMIT $2`,
    [now, limit],
  );
  return rows.map(({ userId }) => userId);
}

/** Locks in the order of ids, so that two renewals of the same jobs can't wait for each other. */
export async function renewHoldRows(
  client: ClientBase,
  { jobIds, expiresAt }: { readonly jobIds: readonly string[]; readonly expiresAt: Date },
): Promise<string[]> {
  const { rows } = await client.query<{ jobId: string }>(
    `WITH due AS (
        SELECT job_id FROM hold WHERE job_id = ANY($1::text[]) AND status = 'OPEN' ORDER BY job_id FOR UPDATE
      )
      UPDATE hold SET expires_at = greatest(hold.expires_at, $2) FROM due WHERE hold.job_id = due.job_id
      RETURNING hold.job_id AS "jobId"`,
    [jobIds, expiresAt],
  );
  return rows.map(({ jobId }) => jobId);
}

function only(rows: readonly Hold[], jobId: string): Hold {
  const [hold] = rows;
  if (!hold) throw new Error(`The hold of job ${jobId} is gone.`);
  return hold;
}
