import { inTransaction } from '@modu/postgres';
import type { ClientBase, Pool } from 'pg';
import { carryOut } from '../domain/ledger/carry-out.ts';
import type { EnterpriseTerms } from '../domain/payment/enterprise-terms.ts';
import { standingOf } from '../domain/payment/standing.ts';
import type { CurrentSubscription, Standing } from '../domain/payment/standing.ts';
import type { AccountTerms } from '../domain/plans.ts';
import { lockAccounts } from './account-store.ts';
import { batchReads } from './batched-reads.ts';
import { listFacts } from './fact-store.ts';
import { openBooks } from './ledger-load.ts';
import { knownRows, saveBooks } from './ledger-save.ts';
import type { Ledger } from './ledger.ts';
import { noteTermsChange } from './terms-change-store.ts';

export interface Applied {
  readonly standing: Standing;
  /** What the person may do is not what it was. */
  readonly hasChanged: boolean;
  readonly before: AccountTerms | null;
  readonly version: number;
  /** Since when the person's account is gone. */
  readonly closedAt: Date | null;
}

interface ApplyOptions {
  readonly provider: string;
  /** Called in the transaction when the person has less storage from now on. */
  onLessStorage(changed: { readonly version: number }, sql: ClientBase): Promise<void>;
}

/**
 * Brings one person's grants and terms to what all records say, under the lock of their account: however often, late or in
 * whatever order the records came, the last one to call this leaves the same state.
 */
export async function applyStanding(
  ledger: Ledger,
  userId: string,
  { provider, onLessStorage }: ApplyOptions,
): Promise<Applied> {
  await ledger.run(userId, { type: 'look' });
  return inTransaction(ledger.pool, async (client) => {
    const now = ledger.now();
    await lockAccounts(client, [userId]);
    const account = await getAccountRow(client, userId);
    const [facts, enterprise] = [await listFacts(client, userId), await findAgreement(client, userId)];
    const derived = standingOf({ userId, provider, facts, enterprise, openedAt: account.openedAt }, now);
    const standing = account.closedAt ? { ...derived, grants: [] } : derived;
    const asked = standing.grants.map((command) => ({ userId, command }));
    const opened = await openBooks(client, [{ userId, command: { type: 'look' } }, ...asked], now);
    const books = [...opened.values()].map(({ book }) => book);
    const known = knownRows(books);
    for (const { command } of asked) for (const book of books) carryOut(book, command);
    await saveBooks(client, books, { known, now });

    const { terms, subscription } = standing;
    const before = account.standing?.terms ?? null;
    const hasChanged = fingerprint(before) !== fingerprint(terms);
    const version = account.version + (hasChanged ? 1 : 0);
    const text = JSON.stringify({ terms, subscription });
    await client.query(
      `UPDATE credit_account SET tier = $2::"Tier", standing = $3, terms_version = $4, changes_at = $5 WHERE user_id = $1`,
      [userId, terms.tier, text, version, account.closedAt ? null : standing.changesAt],
    );
    if (hasChanged) await noteTermsChange(client, userId, now);
    if (before && !account.closedAt && terms.storageBytes < before.storageBytes)
      await onLessStorage({ version }, client);
    return { standing, hasChanged, before, version, closedAt: account.closedAt };
  });
}

interface AccountRow {
  readonly openedAt: Date;
  readonly closedAt: Date | null;
  readonly version: number;
  readonly standing: { readonly terms: AccountTerms } | null;
}

async function getAccountRow(client: ClientBase, userId: string): Promise<AccountRow> {
  const { rows } = await client.query<AccountRow>(
    `SELECT opened_at AS "openedAt", closed_at AS "closedAt", terms_version AS version, standing
      FROM credit_account WHERE user_id = $1`,
    [userId],
  );
  const [row] = rows;
  if (!row) throw new Error(`The account of ${userId} is gone.`);
  return row;
}

export interface KeptStanding {
  readonly userId: string;
  readonly terms: AccountTerms;
  readonly subscription: CurrentSubscription | null;
}

/** The standings of people as they were last applied; those without an account or a standing are missing. */
export async function listStandings(pool: Pool, userIds: readonly string[]): Promise<KeptStanding[]> {
  const { rows } = await pool.query<{ userId: string; standing: Omit<KeptStanding, 'userId'> }>(
    'SELECT user_id AS "userId", standing FROM credit_account WHERE user_id = ANY($1::text[]) AND standing IS NOT NULL',
    [userIds],
  );
  return rows.map(({ userId, standing: { terms, subscription } }) => ({
    userId,
    terms,
    subscription: subscription && {
      ...subscription,
      renewsAt: toDate(subscription.renewsAt),
      endsAt: toDate(subscription.endsAt),
    },
  }));
}

/** The same of one person; many who are asked about at the same time are read together. */
export const findStanding = batchReads<KeptStanding>(
  async (pool, userIds) => new Map((await listStandings(pool, userIds)).map((standing) => [standing.userId, standing])),
);

/** Somebody whose standing time alone will have changed, and since when. */
export interface DueStanding {
  readonly userId: string;
  readonly changesAt: Date;
}

/** Some whose standing is due, the longest first, behind the one that is named. */
export async function listDueStandings(
  pool: Pool,
  { now, limit, after }: { readonly now: Date; readonly limit: number; readonly after?: DueStanding | undefined },
): Promise<DueStanding[]> {
  const { rows } = await pool.query<DueStanding>(
    `SELECT user_id AS "userId", changes_at AS "changesAt" FROM credit_account
     WHERE changes_at <= $1 AND ($2::timestamptz IS NULL OR (changes_at, user_id) > ($2, $3))
     ORDER BY changes_at, user_id LIMIT $4`,
    [now, after?.changesAt ?? null, after?.userId ?? '', limit],
  );
  return rows;
}

async function findAgreement(client: ClientBase, userId: string): Promise<EnterpriseTerms | null> {
  const { rows } = await client.query<{ terms: AccountTerms; startsAt: Date; endsAt: Date }>(
    'SELECT terms, starts_at AS "startsAt", ends_at AS "endsAt" FROM enterprise_agreement WHERE user_id = $1',
    [userId],
  );
  const [row] = rows;
  return row ? { ...row.terms, startsAt: row.startsAt, endsAt: row.endsAt } : null;
}

const toDate = (value: Date | string | null) => (value === null ? null : new Date(value));

function fingerprint(terms: AccountTerms | null): string {
  if (!terms) return '';
  const { tier, storageBytes, limits } = terms;
  return JSON.stringify([tier, storageBytes, Object.entries(limits).sort(([a], [b]) => (a < b ? -1 : 1))]);
}
