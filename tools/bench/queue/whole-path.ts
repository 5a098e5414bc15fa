import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { jobRunTask } from '@modu/jobs/contracts';
import { createLogger } from '@modu/logger';
import { withClient } from '@modu/postgres';
import { createTaskQueue, defineConsumer, startWorker } from '@modu/tasks';
import type { Viewer } from '@modu/viewer';
import { startCluster } from '../../chaos/cluster.ts';
import type { Cluster } from '../../chaos/cluster.ts';
import { personOf } from '../../chaos/people.ts';
import { cpuMsOf, parentOf } from '../process-cpu.ts';

const KIND = 'image.text-to-image';
const WORKER: Viewer = { kind: 'service', service: 'generation', locale: 'en' };
const AT_ONCE = 48;
const SLOTS = 48;
const LOOK_MS = 5;

const GENERATE = `mutation ($input: TextToImageInput!) {
  generateImage(input: $input) { __typename ... on Job { id } ... on Refusal { code } }
}`;
const START = 'mutation ($id: ID!, $attempt: Int!) { startJob(id: $id, attempt: $attempt) { __typename } }';
const SETTLE = 'mutation ($jobId: ID!, $amount: Int!) { settleHold(jobId: $jobId, amount: $amount) { __typename } }';
const COMPLETE = 'mutation ($input: CompleteJobInput!) { completeJob(input: $input) { __typename } }';

/** What a job takes of the machine, beside how many there are a second: on a busy machine only these can be compared. */
export interface WholePath {
  readonly perSecond: number;
  /** CPU time of one job in the process that serves the graph, in PostgreSQL, and in that of the people and the worker. */
  readonly hostMs: number;
  readonly postgresMs: number;
  readonly askersMs: number;
  readonly transactions: number;
}

/**
 * Jobs a second through all of it but the pictures (painting, storing, the gallery) and the gateway: checked, quoted, held, enqueued, claimed, started, settled, completed.
 * One process serves the graph over HTTP, this one is all the people and the worker.
 */
export async function measureWholePath({ people, jobsEach }: { people: number; jobsEach: number }): Promise<WholePath> {
  const cluster = await startCluster({ workers: 0 });
  const databaseUrl = cluster.stack.postgresUrl('jobs');
  const logger = createLogger({ level: 'error' });
  const queue = await createTaskQueue({ databaseUrl, logger, supervise: false });
  let done = 0;
  const run = async (
    { jobId, quotedCredits }: { jobId: string; quotedCredits: number },
    { attempt }: { attempt: number },
  ) => {
    const step = { id: jobId, attempt };
    await tell(cluster, 'jobs', START, step);
    await tell(cluster, 'billing', SETTLE, { jobId, amount: quotedCredits });
    const input = { ...step, chargedCredits: quotedCredits, resultType: 'Image', resultId: randomUUID() };
    await tell(cluster, 'jobs', COMPLETE, { input });
    done += 1;
  };
  // Looking costs the machine that is measured: the tables are asked only once there can be nothing left to come.
  const ended = async (count: number) => {
    while (done < count) await delay(LOOK_MS);
    await allSettled(cluster, count);
  };
  const consumer = defineConsumer({ task: jobRunTask(KIND), slots: SLOTS, run });
  const worker = await startWorker({ queue, databaseUrl, logger, consumers: [consumer] });
  try {
    const everyone = Array.from({ length: people }, () => randomUUID());
    await submit(cluster, everyone); // Accounts are made, code is warm.
    await ended(people);
    const count = people * jobsEach;
    const before = await take(cluster);
    await submit(cluster, Array.from({ length: jobsEach }, () => everyone).flat());
    await ended(people * (jobsEach + 1));
    const after = await take(cluster);
    const each = (name: keyof Taken) => (after[name] - before[name]) / count;
    return {
      perSecond: 1_000 / each('atMs'),
      ...{ hostMs: each('hostMs'), postgresMs: each('postgresMs'), askersMs: each('askersMs') },
      transactions: each('transactions'),
    };
  } finally {
    await worker.drain({ timeoutMs: 1_000 });
    await queue.close();
    await cluster.stop();
  }
}

type Taken = Omit<WholePath, 'perSecond'> & { readonly atMs: number };

async function take({ host, stack }: Cluster): Promise<Taken> {
  return withClient(stack.postgresUrl('jobs'), async (client) => {
    const text = 'SELECT pg_backend_pid() AS pid, sum(xact_commit)::int AS transactions FROM pg_stat_database';
    const { rows } = await client.query(text);
    const [row] = rows as { pid: number; transactions: number }[];
    const [user, system] = [process.cpuUsage().user, process.cpuUsage().system];
    return {
      atMs: performance.now(),
      hostMs: cpuMsOf(host.pid() ?? 0),
      postgresMs: cpuMsOf(parentOf(row?.pid ?? 0) ?? 0, { withChildren: true }),
      askersMs: (user + system) / 1_000,
      transactions: row?.transactions ?? 0,
    };
  });
}

async function tell(
  cluster: Cluster,
  subgraph: string,
  query: string,
  variables: Record<string, unknown>,
): Promise<void> {
  const answer = await cluster.ask({ subgraph, query, variables, viewer: WORKER });
  const refused = Object.values(answer).some((value) => (value as { __typename: string }).__typename === 'Refusal');
  if (refused) throw new Error(JSON.stringify(answer));
}

async function submit(cluster: Cluster, owners: readonly string[]): Promise<void> {
  const waiting = [...owners];
  const work = async () => {
    for (let ownerId = waiting.pop(); ownerId; ownerId = waiting.pop()) {
      const input = { prompt: 'a lighthouse', width: 256, height: 256, steps: 4 };
      const asked = { subgraph: 'generation', query: GENERATE, variables: { input }, viewer: personOf(ownerId) };
      const { generateImage: made } = (await cluster.ask(asked)) as { generateImage: { id?: string; code?: string } };
      if (!made.id) throw new Error(`A job was refused: ${made.code}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

async function allSettled({ stack }: Cluster, count: number): Promise<void> {
  const text = "SELECT count(*)::int AS count FROM job WHERE status = 'COMPLETED' AND credits_final";
  await withClient(stack.postgresUrl('jobs'), async (client) => {
    for (;;) {
      const { rows } = await client.query(text);
      if ((rows as { count: number }[])[0]?.count === count) return;
      await delay(LOOK_MS);
    }
  });
}
