import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { acquireStack } from '@modu/embedded';
import type { Stack } from '@modu/embedded';
import { createLogger } from '@modu/logger';
import { createNetwork, signedText } from '@modu/network';
import { createIdentityTokens } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import { keepProcess } from './node-process.ts';
import type { KeptProcess } from './node-process.ts';

/** The product as it is deployed: servers, one host with the graph, and workers in processes of their own. */
export interface Cluster {
  readonly stack: Stack;
  readonly dataDir: string;
  readonly host: KeptProcess;
  readonly workers: readonly KeptProcess[];
  /** Starts one more; with an entry of its own in place of the product's. */
  addWorker(options?: WorkerOptions): Promise<KeptProcess>;
  /** Asks a subgraph over the network. Throws when it can't be reached or answers with errors. */
  ask(question: Question): Promise<Record<string, unknown>>;
  stop(): Promise<void>;
}

interface WorkerOptions {
  readonly entry?: string;
  readonly settings?: Readonly<Record<string, string>>;
}

interface Question {
  readonly subgraph: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly viewer: Viewer;
}

interface ClusterOptions {
  readonly workers?: number;
  /** What the host runs; all of the graph unless told. */
  readonly modules?: readonly string[];
  /** `quick` notices dead workers in 2 s instead of 10, so that a test need not wait; reports are made at the pace of a deployment. */
  readonly pace?: 'normal' | 'quick';
}

const GRAPH = ['identity', 'billing', 'assets', 'jobs', 'generation', 'gallery', 'documents'];
const WORKERS = 2;
const ASK_TIMEOUT_MS = 10_000;

export async function startCluster({
  workers: workerCount = WORKERS,
  modules = [...GRAPH, 'jobs-tasks'],
  pace = 'normal',
}: ClusterOptions = {}): Promise<Cluster> {
  const dataDir = mkdtempSync(join(tmpdir(), 'modu-chaos-'));
  const logger = createLogger({ level: process.env['CHAOS_LOG'] ?? 'silent' });
  const want = { postgres: true, mongo: true, s3: true };
  const stack = await acquireStack({ dataDir, want, corsOrigins: [], logger });
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const shared = {
    ...{ MODU_DATA_DIR: dataDir, BUS: 'postgres', LOG_LEVEL: process.env['CHAOS_LOG'] ?? 'fatal' },
    ...{ TASKS_PACE: pace, STOP_TIMEOUT_MS: '10000', DEMO_ACCOUNT: 'false' },
  };
  const host = keepProcess('host', {
    environment: { ...shared, TARGET: modules.join(','), INTERNAL_PORT: String(port) },
  });
  await host.ready();
  const routes = GRAPH.map((name) => `${name}=${origin}`).join(',');
  const network = createNetwork({ routes: Object.fromEntries(GRAPH.map((name) => [name, origin])) });
  const workers: KeptProcess[] = [];
  const addWorker: Cluster['addWorker'] = async ({ entry, settings = {} } = {}) => {
    const own = { TARGET: 'generation-tasks,documents-tasks', ROUTES: routes, GENERATION_SLOTS: '2', ...settings };
    const environment = { ...shared, ...own, INTERNAL_PORT: String(await freePort()) };
    const worker = keepProcess(`worker ${workers.length + 1}`, { environment, ...(entry ? { entry } : {}) });
    workers.push(worker);
    return worker;
  };
  for (let n = 1; n <= workerCount; n += 1) await addWorker();
  await Promise.all(workers.map((worker) => worker.ready()));
  const identity = createIdentityTokens(stack.secrets.internalSecret);

  return {
    stack,
    dataDir,
    host,
    workers,
    addWorker,
    ask: async ({ subgraph, query, variables, viewer }) => {
      const body = JSON.stringify({ query, variables });
      const signal = AbortSignal.timeout(ASK_TIMEOUT_MS);
      const text = await network.post(subgraph, signedText(identity, { subgraph, viewer, body, signal }));
      const { data, errors } = JSON.parse(text) as { data?: Record<string, unknown>; errors?: unknown };
      if (!data || errors) throw new Error(errors ? JSON.stringify(errors) : text);
      return data;
    },
    stop: async () => {
      await network.close();
      await Promise.all(workers.map((worker) => worker.stop()));
      await host.stop();
      await stack.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
