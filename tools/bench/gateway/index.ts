import { execFileSync, fork, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hiveCommand } from './hive.ts';
import { applyLoad } from './load.ts';
import type { LoadFigures } from './load.ts';
import { composeShop, SHOP, SHOP_QUERY } from './shop.ts';
import type { ShopName } from './shop.ts';

// `npm run bench:gateway [-- --hive]`: the same query through stock Apollo, ours and Hive Gateway, in one run, answers compared.

const CONNECTIONS = 50;
/** A minute and a half in all, starts and Hive included. */
const [WARM_MS, MEASURED_MS, ROUNDS] = [2_000, 4_000, 3];
const directory = mkdtempSync(join(tmpdir(), 'modu-bench-gateway-'));
const supergraphFile = join(directory, 'supergraph.graphql');
const children: ChildProcess[] = [];
const env = { ...process.env, NODE_ENV: 'production', APOLLO_TELEMETRY_DISABLED: 'true' };

/** Keeps what is measured on a core of its own, where the system can do that. */
function pin(child: ChildProcess, core: number): ChildProcess {
  children.push(child);
  try {
    execFileSync('taskset', ['-acp', String(core), String(child.pid)], { stdio: 'ignore' });
  } catch {
    console.log('(taskset is missing: processes are not pinned)');
  }
  return child;
}

async function startProcess<Told>(
  file: string,
  args: readonly string[],
  core: number,
): Promise<{ child: ChildProcess; told: Told }> {
  const child = pin(
    fork(fileURLToPath(new URL(file, import.meta.url)), args, { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] }),
    core,
  );
  const told = await new Promise<Told>((resolve, reject) => {
    child.once('message', (message) => resolve(message as Told));
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}`)));
  });
  return { child, told };
}

async function waitForAnswer(url: URL, body: string): Promise<string> {
  for (let tries = 0; tries < 300; tries++) {
    const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body }).catch(
      () => undefined,
    );
    if (response?.ok) return (await response.text()).trim();
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`${url.href} did not start.`);
}

interface Contestant {
  readonly name: string;
  readonly url: URL;
  readonly pid: number;
}

async function startContestants(ports: Record<ShopName, number>): Promise<Contestant[]> {
  const addresses = SHOP.map((name) => `http://127.0.0.1:${ports[name]}/graphql`);
  const contestants: Contestant[] = [];
  const variants = [
    ['stock Apollo Server + @apollo/gateway', 'apollo'],
    ['ours, HTTP', 'http'],
    ['ours, HTTP, batched', 'batched'],
    ['ours, subgraphs in process', 'in-process'],
  ] as const;
  for (const [name, variant] of variants) {
    const { child, told } = await startProcess<number>(
      'gateway-process.ts',
      [variant, supergraphFile, ...addresses],
      0,
    );
    const path = variant === 'apollo' ? '/' : '/graphql';
    contestants.push({ name, url: new URL(`http://127.0.0.1:${told}${path}`), pid: child.pid! });
  }
  if (process.argv.includes('--hive')) {
    const { command, args, cwd, port } = hiveCommand(supergraphFile);
    const child = pin(spawn(command, args, { cwd, env, stdio: ['ignore', 'ignore', 'inherit'] }), 0);
    contestants.push({
      name: 'Hive Gateway, Rust planner',
      url: new URL(`http://127.0.0.1:${port}/graphql`),
      pid: child.pid!,
    });
  }
  return contestants;
}

/** What still runs would miss the supergraph that is taken away after it. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill();
  await once(child, 'exit');
}

function median(figures: readonly LoadFigures[]): LoadFigures {
  return figures.toSorted((a, b) => a.cpuMs - b.cpuMs)[Math.floor(figures.length / 2)]!;
}

try {
  const { told: ports } = await startProcess<Record<ShopName, number>>('subgraphs-process.ts', [], 1);
  writeFileSync(supergraphFile, composeShop(ports));
  const body = JSON.stringify({ query: SHOP_QUERY });
  const contestants = await startContestants(ports);
  const rows = contestants.map((contestant) => ({
    ...contestant,
    figures: [] as LoadFigures[],
    expected: undefined as string | undefined,
  }));
  let reference = '';
  for (const row of rows) {
    row.expected = await waitForAnswer(row.url, body);
    reference ||= row.expected;
    console.log(
      `${row.name}: ${row.expected.length} bytes, ${row.expected === reference ? 'the same as stock Apollo' : 'ANOTHER ANSWER'}`,
    );
  }
  const load = { body, connections: CONNECTIONS, distinct: true };
  for (const row of rows) await applyLoad({ ...load, ...row, durationMs: WARM_MS });
  for (let round = 0; round < ROUNDS; round++) {
    for (const row of rows) row.figures.push(await applyLoad({ ...load, ...row, durationMs: MEASURED_MS }));
  }
  const stock = median(rows[0]!.figures).cpuMs;
  console.log('\n| gateway | req/s | p50 ms | p99 ms | CPU ms / request | × stock |\n|---|---:|---:|---:|---:|---:|');
  for (const { name, figures } of rows) {
    const { requestsPerSecond, p50Ms, p99Ms, cpuMs } = median(figures);
    const cells = [
      Math.round(requestsPerSecond),
      p50Ms.toFixed(1),
      p99Ms.toFixed(1),
      cpuMs.toFixed(3),
      (stock / cpuMs).toFixed(1),
    ];
    console.log(`| ${name} | ${cells.join(' | ')} |`);
  }
} finally {
  await Promise.all(children.map(end));
  rmSync(directory, { recursive: true, force: true });
}
