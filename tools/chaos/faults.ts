import { readdirSync, readFileSync } from 'node:fs';
import { withClient } from '@modu/postgres';
import type { Cluster } from './cluster.ts';

type DatabaseClient = Parameters<Parameters<typeof withClient>[1]>[0];

export interface Fault {
  readonly name: string;
  readonly weight: number;
  strike(cluster: Cluster, random: () => number): Promise<void>;
}

/** What may happen at any moment. */
export const FAULTS: readonly Fault[] = [
  {
    name: 'kill -9 a worker',
    weight: 4,
    strike: async ({ workers }, random) => workers[Math.floor(random() * workers.length)]?.kill(),
  },
  { name: 'kill -9 all workers', weight: 1, strike: async ({ workers }) => workers.forEach((worker) => worker.kill()) },
  { name: 'kill -9 the host', weight: 2, strike: async ({ host }) => host.kill() },
  { name: 'end every database connection', weight: 2, strike: (cluster) => endBackends(cluster, () => true) },
  {
    name: 'end half of the database connections',
    weight: 2,
    strike: (cluster, random) => endBackends(cluster, () => random() < 0.5),
  },
  { name: 'kill -9 a backend of PostgreSQL', weight: 1, strike: killBackend },
  { name: 'kill -9 the bucket', weight: 1, strike: async (cluster) => killServer(cluster, 's3') },
  { name: 'kill -9 MongoDB', weight: 1, strike: async (cluster) => killServer(cluster, 'mongo') },
];

export function chooseFault(random: () => number): Fault {
  let left = random() * FAULTS.reduce((sum, { weight }) => sum + weight, 0);
  for (const fault of FAULTS) {
    left -= fault.weight;
    if (left < 0) return fault;
  }
  return FAULTS[0] as Fault;
}

/** An orderly end, as a failover or an administrator makes it. */
async function endBackends(cluster: Cluster, chosen: () => boolean): Promise<void> {
  await atDatabase(cluster, async (client) => {
    const pids = (await listBackends(client)).filter(chosen);
    await client.query('SELECT pg_terminate_backend(pid) FROM unnest($1::int[]) AS pid', [pids]);
  });
}

/** PostgreSQL takes no chances with what such a process left in shared memory: it ends all others and replays its log. */
async function killBackend(cluster: Cluster, random: () => number): Promise<void> {
  await atDatabase(cluster, async (client) => {
    const pids = await listBackends(client);
    const pid = pids[Math.floor(random() * pids.length)];
    if (pid !== undefined) process.kill(pid, 'SIGKILL');
  });
}

/** A database that is still coming back from the fault before has nothing to end. */
async function atDatabase({ stack }: Cluster, work: (client: DatabaseClient) => Promise<void>): Promise<void> {
  await withClient(stack.postgresUrl('jobs'), work).catch(() => undefined);
}

async function listBackends(client: DatabaseClient): Promise<number[]> {
  const { rows } = await client.query(
    "SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()",
  );
  return (rows as { pid: number }[]).map(({ pid }) => pid);
}

/** The embedded servers are processes that this one started through the stack; the stack starts them again. */
export function killServer({ dataDir }: Cluster, server: 's3' | 'mongo'): void {
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name) || parentOf(name) !== process.pid) continue;
    const command = readText(`/proc/${name}/cmdline`);
    if (command.includes(`/${server}/main.ts`) && command.includes(dataDir)) process.kill(Number(name), 'SIGKILL');
  }
}

function parentOf(pid: string): number {
  const stat = readText(`/proc/${pid}/stat`);
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return ''; // It ended while we looked.
  }
}
