import { createMemoryBus } from '@modu/bus';
import { createLogger, currentTraceId } from '@modu/logger';
import type { Platform, RunningModule } from '@modu/module';
import { createNetwork, signedPost, streamText } from '@modu/network';
import { createPool } from '@modu/postgres';
import { createTaskQueue, QUICK_TIMINGS } from '@modu/tasks';
import type { TaskQueue } from '@modu/tasks';
import { createIdentityTokens, TRACE_HEADER } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import { jobs, jobsTasks } from '../src/index.ts';
import { createBillingStandIn } from './billing-stand-in.ts';
import type { BillingStandIn } from './billing-stand-in.ts';

/** What a graph answers. */
export interface GraphAnswer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

export interface Question {
  readonly subgraph?: string;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly viewer: Viewer;
}

/** The jobs domain running for real, with a stand-in for billing, on one network. */
export interface Studio {
  readonly platform: Platform;
  readonly billing: BillingStandIn;
  ask(question: Question): Promise<GraphAnswer>;
  watch(question: Question & { readonly signal?: AbortSignal }): Promise<AsyncIterableIterator<GraphAnswer>>;
  /** Starts another module in the same process; it is stopped with the rest. */
  run(module: typeof jobs, settings: Readonly<Record<string, unknown>>): Promise<RunningModule>;
  /** What the jobs module adds to `/metrics`. */
  metrics(): Promise<string>;
  /** The task queue, as a worker of its own would open it. */
  readonly queue: TaskQueue;
  /** Asks the database of jobs. */
  query(text: string, values: readonly unknown[]): Promise<{ readonly rows: unknown[] }>;
  stop(): Promise<void>;
}

const SECRET = 'an internal secret of the tests, long enough';

/** People and services for tests. */
export const person = (userId: string, locale: 'en' | 'ko' = 'en'): Viewer => ({
  kind: 'user',
  userId,
  role: 'MEMBER',
  locale,
});
/** Someone who looks after the studio. */
export const admin = (userId: string): Viewer => ({ kind: 'user', userId, role: 'ADMIN', locale: 'en' });
export const service = (name: string): Viewer => ({ kind: 'service', service: name, locale: 'en' });
export const nobody: Viewer = { kind: 'anonymous', locale: 'en' };

/** `tasks: false` leaves out what consumes tasks, so that a test can look at them. */
export async function openStudio({
  databaseUrl,
  tasks = true,
}: {
  databaseUrl: string;
  tasks?: boolean;
}): Promise<Studio> {
  const logger = createLogger({ level: process.env['TEST_LOG'] ?? 'silent' });
  const network = createNetwork();
  const identity = createIdentityTokens(SECRET);
  const platform: Platform = { logger, network, identity, bus: createMemoryBus({ logger }) };
  const billing = await createBillingStandIn({ identity, logger });
  network.attach('billing', billing.service);
  const running: RunningModule[] = [];

  const run: Studio['run'] = async (module, settings) => {
    const started = await module.start(settings, platform);
    running.push(started);
    if (started.service) network.attach(module.name, started.service);
    return started;
  };
  const settings = { JOBS_DATABASE_URL: databaseUrl, TASKS_PACE: QUICK_TIMINGS, JOBS_COLD_START_MS: 60_000 };
  const graph = await run(jobs, settings);
  if (tasks) await run(jobsTasks, settings);
  const queue = await createTaskQueue({ databaseUrl, logger, timings: QUICK_TIMINGS });
  const pool = createPool({ url: databaseUrl, max: 1, applicationName: 'test', logger });

  return {
    platform,
    billing,
    run,
    queue,
    metrics: async () => (await graph.metrics?.metrics()) ?? '',
    query: (text, values) => pool.query(text, [...values]),
    ask: async ({ subgraph = 'jobs', query, variables = {}, viewer }) => {
      const traceId = currentTraceId();
      const headers = traceId ? { [TRACE_HEADER]: traceId } : {};
      const request = signedPost(identity, { subgraph, viewer, headers, body: JSON.stringify({ query, variables }) });
      return (await (await network.fetch(subgraph, request)).json()) as GraphAnswer;
    },
    watch: async ({ subgraph = 'jobs', query, variables = {}, viewer, signal = new AbortController().signal }) =>
      network.subscribe(subgraph, {
        query,
        variables,
        identity: identity.sign(viewer, { audience: subgraph, text: streamText({ query, variables }) }),
        signal,
      }) as AsyncIterableIterator<GraphAnswer>,
    stop: async () => {
      for (const module of running.reverse()) await module.stop();
      await Promise.all([queue.close(), pool.end()]);
      await billing.service.stop();
      await platform.bus.close();
      await network.close();
    },
  };
}
