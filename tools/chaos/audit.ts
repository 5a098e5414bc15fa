import { auditBucket } from './audit-bucket.ts';
import { checkResults } from './audit-results.ts';
import type { Cluster } from './cluster.ts';
import { rowsOf } from './rows-of.ts';

export interface JobRow {
  readonly id: string;
  readonly kind: string;
  readonly owner_id: string;
  readonly status: string;
  readonly attempt: number;
  readonly quoted_credits: number;
  readonly charged_credits: number | null;
  readonly refunded_credits: number | null;
  readonly credits_final: boolean;
  readonly result_id: string | null;
  readonly error_code: string | null;
  /** Of a picture's job: how many were asked for. */
  readonly payload: { readonly count?: number };
}

/** What is there after a run, for its people alone. */
export interface Findings {
  readonly jobs: readonly JobRow[];
  readonly attempts: number;
  /** Objects of the bucket that only its sweep still knows. */
  readonly strays: number;
  /** What does not hold that must; nothing, if all is well. */
  readonly broken: readonly string[];
}

const UNFINISHED = `SELECT count(*)::int AS count FROM (
    SELECT owner_id FROM document WHERE state = 'READING'
    UNION ALL SELECT owner_id FROM rendition WHERE state = 'BRAILLING'
    UNION ALL SELECT owner_id FROM speech_clip WHERE state = 'SPEAKING') unfinished WHERE owner_id = ANY($1)`;

/** What is still under way. */
export interface Unrest {
  /** These people's jobs and holds that are open, and remains that a sweep will take. */
  readonly open: number;
  /** How often their jobs have changed; the same as a while ago means that nothing moves. */
  readonly changes: number;
}

/** Counts what is still under way for these people. */
export async function readUnrest({ stack }: Cluster, people: readonly string[]): Promise<Unrest> {
  const [jobs] = await rowsOf<{ count: number; changes: number }>(
    stack.postgresUrl('jobs'),
    `SELECT count(*) FILTER (WHERE status IN ('QUEUED', 'RUNNING') OR NOT credits_final)::int AS count,
       coalesce(sum(version), 0)::int AS changes
     FROM job WHERE owner_id = ANY($1)`,
    people,
  );
  const [holds] = await rowsOf<{ count: number }>(
    stack.postgresUrl('billing'),
    "SELECT count(*)::int AS count FROM hold WHERE user_id = ANY($1) AND status = 'OPEN'",
    people,
  );
  const [remains] = await rowsOf<{ count: number }>(stack.postgresUrl('documents'), UNFINISHED, people);
  const open = (jobs?.count ?? 0) + (holds?.count ?? 0) + (remains?.count ?? 0);
  return { open, changes: jobs?.changes ?? 0 };
}

/** Looks into every database and the bucket, whether what must always hold does. */
export async function audit(cluster: Cluster, people: readonly string[]): Promise<Findings> {
  const { stack } = cluster;
  const jobs = await rowsOf<JobRow>(stack.postgresUrl('jobs'), 'SELECT * FROM job WHERE owner_id = ANY($1)', people);
  const bucket = await auditBucket(cluster);
  const broken = [
    ...bucket.broken,
    ...jobs.flatMap(checkJob),
    ...(await checkMoney(cluster, { people, jobs })),
    ...(await checkResults(cluster, { people, jobs })),
  ];
  const attempts = jobs.reduce((sum, { attempt }) => sum + attempt, 0);
  return { jobs, attempts, strays: bucket.strays, broken };
}

function checkJob(job: JobRow): string[] {
  const { id, status, quoted_credits: quoted, charged_credits: charged, refunded_credits: refunded } = job;
  if (!['COMPLETED', 'FAILED', 'CANCELED'].includes(status)) return [`job ${id} is ${status} for ever`];
  const added = (charged ?? 0) + (refunded ?? 0);
  return added === quoted ? [] : [`job ${id} was quoted ${quoted} but says ${added} were charged or given back`];
}

interface Account {
  readonly userId: string;
  readonly available: number;
  readonly held: number;
  readonly entries: number;
  readonly chain: number;
  readonly openHolds: number;
  readonly settled: number;
}

const ACCOUNTS = `
  SELECT user_id AS "userId", available, held,
    (SELECT coalesce(sum(entry.amount), 0)::int FROM entry JOIN transfer ON transfer.id = transfer_id
     WHERE transfer.user_id = account.user_id) AS entries,
    (SELECT coalesce(sum(available_change), 0)::int FROM transfer WHERE transfer.user_id = account.user_id) AS chain,
    (SELECT count(*)::int FROM hold WHERE hold.user_id = account.user_id AND status = 'OPEN') AS "openHolds",
    (SELECT coalesce(sum(settled_amount), 0)::int FROM hold WHERE hold.user_id = account.user_id) AS settled
  FROM credit_account account WHERE user_id = ANY($1)`;

interface Scope {
  readonly people: readonly string[];
  readonly jobs: readonly JobRow[];
}

async function checkMoney({ stack }: Cluster, { people, jobs }: Scope): Promise<string[]> {
  const accounts = await rowsOf<Account>(stack.postgresUrl('billing'), ACCOUNTS, people);
  return accounts.flatMap(({ userId, available, held, entries, chain, openHolds, settled }) => {
    const charged = jobs.reduce((sum, job) => sum + (job.owner_id === userId ? (job.charged_credits ?? 0) : 0), 0);
    return [
      ...(openHolds === 0 && held === 0
        ? []
        : [`${userId} has ${openHolds} holds and ${held} credits held for nothing`]),
      ...(entries === 0 ? [] : [`the ledger of ${userId} does not add up to zero but to ${entries}`]),
      ...(chain === available ? [] : [`${userId} has ${available} credits, their movements say ${chain}`]),
      ...(settled === charged ? [] : [`${userId} paid ${settled}, their jobs say ${charged}`]),
    ];
  });
}
