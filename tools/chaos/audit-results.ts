import type { Cluster } from './cluster.ts';
import { rowsOf } from './rows-of.ts';
import type { JobRow } from './audit.ts';
import { personOf } from './people.ts';

/** What a job may result in, with the files that belong to it. */
interface Result {
  readonly kind: string;
  readonly id: string;
  readonly jobId: string;
  readonly isReady: boolean;
  readonly assetIds: readonly (string | null)[];
}

interface Source {
  readonly database: 'gallery' | 'documents';
  /** `$1`: the owners. */
  readonly query: string;
}

/** One for each kind of job that a storm starts. */
const SOURCES: readonly Source[] = [
  {
    database: 'gallery',
    query: `SELECT 'image' AS kind, id::text, job_id::text AS "jobId", true AS "isReady",
      ARRAY[asset_id, thumbnail_asset_id]::text[] AS "assetIds" FROM images WHERE owner_id = ANY($1)`,
  },
  {
    database: 'documents',
    query: `SELECT 'document.read' AS kind, id::text, job_id::text AS "jobId", state = 'READY' AS "isReady",
      ARRAY[asset_id] AS "assetIds" FROM document WHERE owner_id = ANY($1)`,
  },
  {
    database: 'documents',
    query: `SELECT 'document.braille' AS kind, id::text, job_id::text AS "jobId", state = 'READY' AS "isReady",
      ARRAY[brf_asset_id, pef_asset_id, unicode_asset_id]::text[] AS "assetIds" FROM rendition WHERE owner_id = ANY($1)`,
  },
  {
    database: 'documents',
    query: `SELECT 'speech.speak' AS kind, id::text, job_id::text AS "jobId", state = 'READY' AS "isReady",
      array_append(ARRAY(SELECT asset_id FROM speech_chapter WHERE clip_id = speech_clip.id), asset_id) AS "assetIds"
      FROM speech_clip WHERE owner_id = ANY($1)`,
  },
];

interface Scope {
  readonly people: readonly string[];
  readonly jobs: readonly JobRow[];
}

/** Each completed job has what was asked for, the result it names among it; all others have none, and no file is without one. */
export async function checkResults(cluster: Cluster, { people, jobs }: Scope): Promise<string[]> {
  const results = (
    await Promise.all(
      SOURCES.map(({ database, query }) => rowsOf<Result>(cluster.stack.postgresUrl(database), query, people)),
    )
  ).flat();
  const byJob = Map.groupBy(results, ({ jobId }) => jobId);
  const broken = jobs.flatMap((job) => checkJobResult(job, byJob.get(job.id) ?? []));
  const used = new Set(results.flatMap(({ assetIds }) => assetIds));
  for (const userId of people) {
    const stored = await listStored(cluster, userId);
    broken.push(...stored.filter((id) => !used.has(id)).map((id) => `asset ${id} takes room and belongs to nothing`));
  }
  return broken;
}

function checkJobResult(job: JobRow, made: readonly Result[]): string[] {
  const { id, kind, status, result_id: resultId } = job;
  const expected = status === 'COMPLETED' ? (job.payload.count ?? 1) : 0;
  const states = made.map(({ isReady }) => (isReady ? 'ready' : 'unfinished')).join(', ');
  if (made.length !== expected) return [`${kind} ${id} is ${status} and has ${made.length} results (${states})`];
  if (made.some((result) => !result.isReady)) return [`${kind} ${id} is ${status} and its result is unfinished`];
  const isNamed = expected === 0 || made.some((result) => result.id === resultId);
  return isNamed ? [] : [`${kind} ${id} says that ${resultId} is its result`];
}

const ASSETS = `query ($after: String) {
  assets(first: 100, after: $after) { edges { node { id status } } pageInfo { hasNextPage endCursor } }
}`;

interface AssetPage {
  readonly edges: readonly { readonly node: { readonly id: string; readonly status: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

async function listStored({ ask }: Cluster, userId: string): Promise<string[]> {
  const stored: string[] = [];
  for (let after: string | null = null; ;) {
    const answer = await ask({ subgraph: 'assets', query: ASSETS, variables: { after }, viewer: personOf(userId) });
    const { edges, pageInfo } = answer['assets'] as AssetPage;
    stored.push(...edges.flatMap(({ node }) => (node.status === 'READY' ? [node.id] : [])));
    if (!pageInfo.hasNextPage) return stored;
    after = pageInfo.endCursor;
  }
}
