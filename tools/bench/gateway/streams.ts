import { execFileSync, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { HOST_FLAGS } from '../host-flags.ts';
import { cpuOf } from './load.ts';
import type { StreamsScript } from './streams-world.ts';

// `npm run bench:streams`: live streams through the gateway, with its subgraphs in the same process and as production runs it,
// in a process of its own, on one core. Clients, and then the subgraphs, are on the other.

interface StreamLoad extends StreamsScript {
  readonly name: string;
  readonly clients: number;
}

const MANY = { clients: 2_000, people: 2_000, warmUp: 5, events: 20, everyMs: 1_000 };
const LOADS: readonly StreamLoad[] = [
  {
    ...{ name: '200 clients, one job', clients: 200, people: 1, warmUp: 200, events: 60, everyMs: 50 },
    ...{ spread: false, completeAll: true },
  },
  {
    ...{ name: '100 clients, 100 jobs', clients: 100, people: 100, warmUp: 100, events: 40, everyMs: 100 },
    ...{ spread: false, completeAll: true },
  },
  { ...MANY, name: '2 000 clients and jobs, an event a second, result at the end', spread: true, completeAll: false },
  { ...MANY, name: 'the same, every event completed from two subgraphs', spread: true, completeAll: true },
  { ...MANY, name: 'the same, and all 2 000 at the same moment', spread: false, completeAll: true },
];
const QUERY = `subscription Watch($id: ID!) {
  jobProgress(id: $id) { id status progress result { ... on Image { id prompt thumbnailUrl } } }
}`;
const BATCH = 200;

interface Stage {
  readonly url: string;
  readonly tokens: readonly string[];
  /** The process that is measured. */
  readonly pid: number;
  begin(): void;
  stop(): void;
}

const options = { env: { ...process.env, NODE_ENV: 'production' }, execArgv: [...HOST_FLAGS] };

async function startProcess<Told>(file: string, argument: unknown, core: number) {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), [JSON.stringify(argument)], options);
  pin(child.pid, core);
  const told = await new Promise<Told>((resolve, reject) => {
    child.once('message', (message) => resolve(message as Told));
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}.`)));
  });
  return { child, told };
}

function pin(pid: number | undefined, core: number): void {
  try {
    execFileSync('taskset', ['-acp', String(core), String(pid)], { stdio: 'ignore' });
  } catch {
    console.error('(taskset is missing: processes are not pinned)');
  }
}

async function startTogether(load: StreamLoad): Promise<Stage> {
  const { child, told } = await startProcess<Pick<Stage, 'url' | 'tokens'>>('streams-process.ts', load, 0);
  return { ...told, pid: child.pid ?? 0, begin: () => void child.send('begin'), stop: () => void child.kill() };
}

async function startApart(load: StreamLoad): Promise<Stage> {
  const subgraphs = await startProcess<{ routes: unknown; tokens: string[] }>('streams-subgraphs-process.ts', load, 1);
  const { routes, tokens } = subgraphs.told;
  const gateway = await startProcess<{ url: string }>('streams-gateway-process.ts', routes, 0);
  return {
    ...{ url: gateway.told.url, tokens, pid: gateway.child.pid ?? 0 },
    begin: () => void subgraphs.child.send('begin'),
    stop: () => [gateway, subgraphs].forEach(({ child }) => void child.kill()),
  };
}

async function measure({ clients, people, warmUp, events }: StreamLoad, stage: Stage) {
  const { url, tokens, pid } = stage;
  const times: number[] = [];
  let ready = 0;
  let more = Promise.withResolvers<void>();
  let cpuWarmMs: number | undefined;
  const read = async (index: number) => {
    const connectionParams = { authorization: `Bearer ${tokens[index % people]}` };
    const client = createClient({ url, webSocketImpl: WebSocket, retryAttempts: 0, connectionParams });
    let seen = 0;
    let isReady = false;
    for await (const { data } of client.iterate({ query: QUERY, variables: { id: `j${index % people}` } })) {
      const { progress } = (data as { jobProgress: { progress: number } }).jobProgress;
      if (progress > 0) {
        cpuWarmMs ??= cpuOf(pid);
        times.push(Date.now() - progress);
        seen += 1;
      } else if (!isReady) {
        isReady = true;
        ready += 1;
        if (ready % BATCH === 0 || ready === clients) more.resolve();
      }
    }
    await client.dispose();
    return seen;
  };
  const readers: Promise<number>[] = [];
  // They come one crowd after the other: connecting is not what is measured.
  while (readers.length < clients) {
    more = Promise.withResolvers();
    const from = readers.length;
    for (let index = from; index < Math.min(clients, from + BATCH); index += 1) readers.push(read(index));
    await more.promise;
  }
  const cpuStartMs = cpuOf(pid);
  stage.begin();
  const seen = await Promise.all(readers);
  if (seen.some((count) => count > events)) throw new Error('A client saw an event twice.');
  const cpuBeforeMs = cpuWarmMs ?? cpuStartMs;
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(times.length * share)] ?? 0;
  return {
    ...{ messages: times.length, p50Ms: at(0.5), p99Ms: at(0.99), memoryMb: peakMemoryMegabytes(pid) },
    cpuMs: (cpuOf(pid) - cpuBeforeMs) / times.length,
    cpuAtFirstMs: (cpuBeforeMs - cpuStartMs) / (clients * warmUp),
  };
}

/** The most memory a process has had resident, from the kernel. */
function peakMemoryMegabytes(pid: number): number {
  const [, kilobytes] = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes ?? 0) / 1_024;
}

const only = process.argv[2];
pin(process.pid, 1);
for (const [place, start] of [
  ['gateway and subgraphs in one process', startTogether],
  ['the gateway alone', startApart],
] as const) {
  console.log(`\n${place}\n`);
  console.log('| load | messages | p50 ms | p99 ms | CPU ms / message | just started | peak MB |');
  console.log('|---|---:|---:|---:|---:|---:|---:|');
  for (const load of LOADS.filter((_, index) => !only || only.split(',').includes(String(index)))) {
    const stage = await start(load);
    try {
      const { messages, p50Ms, p99Ms, cpuMs, cpuAtFirstMs, memoryMb } = await measure(load, stage);
      const shown = [
        `${messages} of ${load.clients * load.events}`,
        ...[p50Ms, p99Ms, cpuMs.toFixed(3), cpuAtFirstMs.toFixed(3), memoryMb.toFixed(0)],
      ];
      console.log(`| ${[load.name, ...shown].join(' | ')} |`);
    } finally {
      stage.stop();
    }
  }
}
