import { withClient } from '@modu/postgres';
import type { Cluster } from './cluster.ts';
import { personOf } from './people.ts';

interface JobRow {
  readonly id: string;
  readonly owner_id: string;
  readonly status: string;
  readonly attempt: number;
  readonly quoted_credits: number;
  readonly charged_credits: number | null;
  readonly refunded_credits: number | null;
  readonly credits_final: boolean;
  readonly result_id: string | null;
  readonly error_code: string | null;
}

/** What is there after a run, for its people alone. */
export interface Findings {
  readonly jobs: readonly JobRow[];
  readonly attempts: number;
  /** What does not hold that must; nothing, if all is well. */
  readonly broken: readonly string[];
}

async function rowsOf<Row>(url: string, text: string, people: readonly string[]): Promise<Row[]> {
  return withClient(url, async (client) => (await client.query(text, [people])).rows as Row[]);
}

/** How many of these people's jobs and holds are still under way. */
export async function countOpen({ stack }: Cluster, people: readonly string[]): Promise<number> {
  const [jobs] = await rowsOf<{ count: number }>(
    stack.postgresUrl('jobs'),
    `SELECT count(*)::int AS count FROM job WHERE owner_id = ANY($1)
       AND (status IN ('QUEUED', 'RUNNING') OR NOT credits_final)`,
    people,
  );
  const [holds] = await rowsOf<{ count: number }>(
    stack.postgresUrl('billing'),
    "SELECT count(*)::int AS count FROM hold WHERE user_id = ANY($1) AND status = 'OPEN'",
    people,
  );
  return (jobs?.count ?? 0) + (holds?.count ?? 0);
}

/** Looks into every database and the bucket whether what must always hold does. */
export async function audit(cluster: Cluster, people: readonly string[]): Promise<Findings> {
  const { stack } = cluster;
  const jobs = await rowsOf<JobRow>(stack.postgresUrl('jobs'), 'SELECT * FROM job WHERE owner_id = ANY($1)', people);
  const broken = [
    ...jobs.flatMap(checkJob),
    ...(await checkMoney(cluster, { people, jobs })),
    ...(await checkImages(cluster, { people, jobs })),
  ];
  return { jobs, attempts: jobs.reduce((sum, { attempt }) => sum + attempt, 0), broken };
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

const ASSETS = 'query { assets(first: 100) { edges { node { id status } } } }';

async function checkImages(cluster: Cluster, { people, jobs }: Scope): Promise<string[]> {
  const images = await rowsOf<{ id: string; job_id: string; asset_id: string; thumbnail_asset_id: string }>(
    cluster.stack.postgresUrl('gallery'),
    'SELECT id, job_id, asset_id, thumbnail_asset_id FROM images WHERE owner_id = ANY($1)',
    people,
  );
  const byJob = Map.groupBy(images, (image) => image.job_id);
  const broken = jobs.flatMap(({ id, status, result_id: resultId }) => {
    const made = byJob.get(id) ?? [];
    const expected = status === 'COMPLETED' ? 1 : 0;
    if (made.length !== expected) return [`job ${id} is ${status} and has ${made.length} images`];
    return expected === 1 && made[0]?.id !== resultId ? [`job ${id} says that image ${resultId} is its result`] : [];
  });
  const used = new Set(images.flatMap((image) => [image.asset_id, image.thumbnail_asset_id]));
  for (const userId of people) {
    const answer = await cluster.ask({ subgraph: 'assets', query: ASSETS, variables: {}, viewer: personOf(userId) });
    const { edges } = answer['assets'] as { edges: { node: { id: string; status: string } }[] };
    const stored = edges.flatMap(({ node }) => (node.status === 'READY' ? [node.id] : []));
    broken.push(...stored.filter((id) => !used.has(id)).map((id) => `asset ${id} takes room and belongs to no image`));
  }
  return broken;
}
