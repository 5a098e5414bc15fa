import type { ClientBase } from 'pg';
import type { AccountBook, UsedKey } from '../domain/ledger/book.ts';
import { openBook } from '../domain/ledger/book.ts';
import { jobsOf, keysOf } from '../domain/ledger/command.ts';
import type { Command } from '../domain/ledger/command.ts';
import type { Grant } from '../domain/ledger/grant.ts';
import type { Hold } from '../domain/hold.ts';
import { insertAccount, lockAccounts } from './account-store.ts';

export interface Asked {
  readonly userId: string;
  readonly command: Command;
}

/** A person's expired holds that one transaction gives back; what is left over waits for the next. */
const DUE_HOLDS_MAX = 200;

const GRANT = `json_build_object('key', g.key, 'userId', g.user_id, 'source', g.source, 'amount', g.amount,
  'remaining', g.remaining, 'revokeTarget', g.revoke_target, 'revoked', g.revoked, 'closed', g.closed,
  'expiresAt', extract(epoch FROM g.expires_at) * 1000, 'createdAt', extract(epoch FROM g.created_at) * 1000)`;
const HOLD = `json_build_object('jobId', h.job_id, 'userId', h.user_id, 'amount', h.amount,
  'settledAmount', h.settled_amount, 'refundedAmount', h.refunded_amount, 'status', h.status, 'givenBack', h.given_back, 'parts', h.parts,
  'expiresAt', extract(epoch FROM h.expires_at) * 1000)`;

/** Everything that commands may look at, in one round trip: holds asked for or due, grants usable or meant, keys used. */
const LOAD = `
  WITH held AS (
    SELECT * FROM hold WHERE job_id = ANY($2::text[])
    UNION
    SELECT due.* FROM unnest($1::text[]) AS person CROSS JOIN LATERAL (
      SELECT * FROM hold WHERE user_id = person AND status = 'OPEN' AND expires_at <= $4 ORDER BY expires_at LIMIT ${DUE_HOLDS_MAX}
    ) AS due
  ), meant AS (
    SELECT part ->> 'grant' AS key FROM held, jsonb_array_elements(held.parts) AS part
    UNION SELECT unnest($3::text[])
  ), lots AS (
    SELECT * FROM credit_grant WHERE user_id = ANY($1::text[]) AND usable
    UNION SELECT credit_grant.* FROM credit_grant JOIN meant USING (key)
  )
  SELECT
    (SELECT coalesce(json_agg(${HOLD}), '[]') FROM held AS h) AS holds,
    (SELECT coalesce(json_agg(${GRANT}), '[]') FROM lots AS g) AS grants,
    (SELECT coalesce(json_agg(json_build_object('key', t.idempotency_key, 'userId', t.user_id, 'content', t.key_content)), '[]')
      FROM transfer AS t WHERE t.idempotency_key = ANY($3::text[])) AS keys`;

interface Loaded {
  readonly holds: readonly (Omit<Hold, 'expiresAt'> & { readonly expiresAt: number })[];
  readonly grants: readonly (Omit<Grant, 'expiresAt' | 'createdAt'> & {
    expiresAt: number | null;
    createdAt: number;
  })[];
  readonly keys: readonly (UsedKey & { readonly key: string })[];
}

export interface OpenedBook {
  readonly book: AccountBook;
  /** The account was made just now and still has to get its first credits. */
  readonly isNew: boolean;
}

/**
 * Locks the accounts of the people asked about, in the order of their ids so that no two transactions wait for each other,
 * and opens their books. Accounts that nobody has touched before are made.
 */
export async function openBooks(
  client: ClientBase,
  asked: readonly Asked[],
  now: Date,
): Promise<Map<string, OpenedBook>> {
  const userIds = [...new Set(asked.map(({ userId }) => userId))].sort();
  const accounts = await lockAccounts(client, userIds);
  const known = new Set(accounts.map(({ userId }) => userId));
  const made = new Set<string>();
  const missing = userIds.filter((userId) => !known.has(userId));
  for (const userId of missing) if (await insertAccount(client, userId, now)) made.add(userId);
  if (missing.length > 0) accounts.push(...(await lockAccounts(client, missing)));

  const jobIds = asked.flatMap(({ command }) => jobsOf(command));
  const keys = asked.flatMap(({ command }) => keysOf(command));
  const { rows } = await client.query<Loaded>({ name: 'load-books', text: LOAD, values: [userIds, jobIds, keys, now] });
  const [loaded] = rows;
  if (!loaded) throw new Error('Loading books gave no row.');
  const books = new Map(accounts.map((account) => [account.userId, openBook({ ...account, now })]));
  fill(books, loaded);
  showTaken(books, asked, loaded);
  return new Map([...books].map(([userId, book]) => [userId, { book, isNew: made.has(userId) }]));
}

/** Each book gets what is its person's. */
function fill(books: ReadonlyMap<string, AccountBook>, { holds, grants, keys }: Loaded): void {
  for (const hold of holds) books.get(hold.userId)?.holds.set(hold.jobId, toHold(hold));
  for (const grant of grants) {
    const expiresAt = grant.expiresAt === null ? null : new Date(grant.expiresAt);
    books.get(grant.userId)?.grants.set(grant.key, { ...grant, expiresAt, createdAt: new Date(grant.createdAt) });
  }
  for (const { key, ...used } of keys) books.get(used.userId)?.keys.set(key, used);
}

/** Jobs and keys that a command names and somebody else has: rules must see the conflict. */
function showTaken(books: ReadonlyMap<string, AccountBook>, asked: readonly Asked[], loaded: Loaded): void {
  const holds = new Map(loaded.holds.map((hold) => [hold.jobId, hold]));
  const owners = new Map([...loaded.grants, ...loaded.keys].map(({ key, userId }) => [key, userId]));
  for (const { userId, command } of asked) {
    const book = books.get(userId);
    for (const jobId of jobsOf(command)) {
      const hold = holds.get(jobId);
      if (hold && hold.userId !== userId) book?.holds.set(jobId, toHold(hold));
    }
    for (const key of keysOf(command)) {
      const owner = owners.get(key);
      if (owner !== undefined && owner !== userId) book?.keys.set(key, { userId: owner, content: null });
    }
  }
}

const toHold = (hold: Loaded['holds'][number]): Hold => ({ ...hold, expiresAt: new Date(hold.expiresAt) });
