import { execFileSync, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { cpuOf } from './load.ts';

// `npm run bench:streams`: live streams through the gateway, each event completed from two other subgraphs. The measured
// process is the gateway and its subgraphs together; clients are elsewhere.

interface StreamLoad {
  readonly name: string;
  readonly clients: number;
  readonly people: number;
  readonly events: number;
  readonly everyMs: number;
}

const LOADS: readonly StreamLoad[] = [
  { name: '200 clients, one job', clients: 200, people: 1, events: 60, everyMs: 50 },
  { name: '100 clients, 100 jobs', clients: 100, people: 100, events: 40, everyMs: 100 },
  {
    name: '2 000 clients, 2 000 jobs, an event a second each',
    clients: 2_000,
    people: 2_000,
    events: 20,
    everyMs: 1_000,
  },
];
const QUERY = `subscription Watch($id: ID!) {
  jobProgress(id: $id) { id status progress result { ... on Image { id prompt thumbnailUrl } } }
}`;

interface Told {
  readonly url: string;
  readonly tokens: readonly string[];
}

async function measure({ clients, people, events, everyMs }: StreamLoad) {
  const file = fileURLToPath(new URL('streams-process.ts', import.meta.url));
  const child = fork(file, [events, everyMs, people].map(String), { env: { ...process.env, NODE_ENV: 'production' } });
  try {
    execFileSync('taskset', ['-acp', '0', String(child.pid)], { stdio: 'ignore' });
    const { url, tokens } = await new Promise<Told>((resolve) =>
      child.once('message', (told) => resolve(told as Told)),
    );
    const times: number[] = [];
    let ready = 0;
    const allReady = Promise.withResolvers<void>();
    const readers = Array.from({ length: clients }, async (_, index) => {
      const connectionParams = { authorization: `Bearer ${tokens[index % people]}` };
      const client = createClient({ url, webSocketImpl: WebSocket, retryAttempts: 0, connectionParams });
      for await (const { data } of client.iterate({ query: QUERY, variables: { id: `j${index % people}` } })) {
        const { progress } = (data as { jobProgress: { progress: number } }).jobProgress;
        if (progress > 0) times.push(Date.now() - progress);
        else if (++ready === clients) allReady.resolve();
      }
      await client.dispose();
    });
    await allReady.promise;
    const before = cpuOf(child.pid!);
    child.send('begin');
    await Promise.all(readers);
    const cpuMs = cpuOf(child.pid!) - before;
    const memoryMb = peakMemoryMegabytes(child.pid!);
    times.sort((a, b) => a - b);
    return {
      messages: times.length,
      p50Ms: times[times.length >> 1],
      p99Ms: times[Math.floor(times.length * 0.99)],
      cpuMs: cpuMs / times.length,
      memoryMb,
    };
  } finally {
    child.kill();
  }
}

/** The most memory a process has had resident, from the kernel. */
function peakMemoryMegabytes(pid: number): number {
  const [, kilobytes] = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes ?? 0) / 1_024;
}

console.log('| load | messages | p50 ms | p99 ms | CPU ms / message | peak MB |\n|---|---:|---:|---:|---:|---:|');
for (const load of LOADS) {
  const { messages, p50Ms, p99Ms, cpuMs, memoryMb } = await measure(load);
  const expected = load.clients * load.events;
  console.log(
    `| ${load.name} | ${messages} of ${expected} | ${p50Ms} | ${p99Ms} | ${cpuMs.toFixed(3)} | ${memoryMb.toFixed(0)} |`,
  );
}
