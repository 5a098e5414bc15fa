import { createId } from '@modu/ids';
import type { Pool } from 'pg';
import type { EnterpriseTerms } from '../domain/payment/enterprise-terms.ts';

export interface NewEnterpriseRequest {
  readonly userId: string;
  readonly organisation: string;
  readonly contactEmail: string;
  readonly people: number;
  readonly message: string;
}

export interface EnterpriseRequest extends NewEnterpriseRequest {
  readonly id: string;
  readonly createdAt: Date;
  readonly answeredAt: Date | null;
}

const COLUMNS = `id, user_id AS "userId", organisation, contact_email AS "contactEmail", people, message,
  created_at AS "createdAt", answered_at AS "answeredAt"`;

/** Keeps a request; a person who has one open gets that one with what they say now. */
export async function keepEnterpriseRequest(
  pool: Pool,
  asked: NewEnterpriseRequest,
  now: Date,
): Promise<EnterpriseRequest> {
  const { rows } = await pool.query<EnterpriseRequest>(
    `INSERT INTO enterprise_request (id, user_id, organisation, contact_email, people, message, created_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7)
      ON CONFLICT (user_id) WHERE answered_at IS NULL DO UPDATE SET organisation = excluded.organisation,
        contact_email = excluded.contact_email, people = excluded.people, message = excluded.message
      RETURNING ${COLUMNS}`,
    [createId(), asked.userId, asked.organisation, asked.contactEmail, asked.people, asked.message, now],
  );
  const [kept] = rows;
  if (!kept) throw new Error('An enterprise request was not kept.');
  return kept;
}

/** The newest requests, those without an answer first. */
export async function listEnterpriseRequests(pool: Pool, limit: number): Promise<EnterpriseRequest[]> {
  const { rows } = await pool.query<EnterpriseRequest>(
    `SELECT ${COLUMNS} FROM enterprise_request ORDER BY answered_at IS NOT NULL, created_at DESC LIMIT $1`,
    [limit],
  );
  return rows;
}

/** Writes down what was agreed with a person, in place of what was agreed before, and answers their request. */
export async function keepAgreement(
  pool: Pool,
  agreed: { readonly userId: string; readonly terms: EnterpriseTerms; readonly by: string; readonly now: Date },
): Promise<void> {
  const { startsAt, endsAt, ...terms } = agreed.terms;
  await pool.query(
    `WITH answered AS (
        UPDATE enterprise_request SET answered_at = $6 WHERE user_id = $1 AND answered_at IS NULL
      )
      INSERT INTO enterprise_agreement (user_id, terms, starts_at, ends_at, activated_by) VALUES ($1, $2, $3, $4, $5)
      ON CONFLICT (user_id) DO UPDATE SET terms = excluded.terms, ends_at = excluded.ends_at,
        activated_by = excluded.activated_by,
        starts_at = CASE WHEN enterprise_agreement.ends_at > $6 THEN enterprise_agreement.starts_at ELSE excluded.starts_at END`,
    [agreed.userId, JSON.stringify(terms), startsAt, endsAt, agreed.by, agreed.now],
  );
}
