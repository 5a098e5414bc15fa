import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cpuOf } from './gateway/load.ts';
import { startHostProcess } from './host-process.ts';
import type { Figure } from './main-job.ts';
import { OPERATIONS, readDocuments } from './heaviest-operations.ts';
import { signIn } from './person.ts';
import type { Person } from './person.ts';
import { quantile } from '../tidy/census.ts';

const PORT = 4293;
const IMAGES = 20_000;
const DEMO = { email: 'demo@modu.local', password: 'modu-demo-2026' };
/** So many requests of each, or as many as there is time for: on a busy machine the run ends all the same. */
const WARM = { requests: 40, ms: 1_500 };
const MEASURED = { requests: 200, ms: 4_000, requestsMin: 20 };
const root = fileURLToPath(new URL('../../', import.meta.url));

/** The studio's twenty heaviest operations, warm, everything in one process, over a gallery of 20 000 pictures. */
export async function benchOperations(): Promise<Figure[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'modu-bench-operations-'));
  try {
    const host = await startHostProcess({ port: PORT, dataDir, settings: { RATE_COST_PER_MINUTE: '1000000000' } });
    try {
      seed(dataDir);
      return await measureAll(await signIn({ port: PORT, ...DEMO }), host.pid);
    } finally {
      await host.stop();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function seed(dataDir: string): void {
  const args = ['tools/seed/index.ts', '--images', String(IMAGES), '--pool', '12', '--port', String(PORT)];
  const env = { ...process.env, MODU_DATA_DIR: dataDir };
  const { status } = spawnSync(process.execPath, args, { cwd: root, env, stdio: 'inherit' });
  if (status !== 0) throw new Error('The gallery could not be seeded.');
}

async function measureAll(person: Person, pid: number): Promise<Figure[]> {
  const documents = readDocuments();
  const { images } = await person.ask<{ images: { edges: { node: { id: string } }[] } }>(
    '{ images(first: 1) { edges { node { id } } } }',
  );
  const ids = { image: images.edges[0]?.node.id ?? '' };
  const figures: Figure[] = [];
  for (const [label, name, variables] of OPERATIONS) {
    const document = documents.get(name);
    if (!document) throw new Error(`The studio has no operation ${name} any more.`);
    const { p95, cpuMs } = await measure(() => person.ask(document, variables(ids) as Record<string, unknown>), pid);
    console.error(`${name}: p95 ${p95.toFixed(1)} ms, ${cpuMs.toFixed(1)} ms of CPU`);
    figures.push({
      name: `${label} (${name}), p95 (CPU ${cpuMs.toFixed(1)} ms)`,
      value: p95,
      unit: 'ms',
      goal: '≤ 25',
    });
  }
  return figures;
}

/** How long it took, and the CPU time of the process that answers, PostgreSQL's left out: that does not depend on the machine's load. */
async function measure(ask: () => Promise<unknown>, pid: number): Promise<{ p95: number; cpuMs: number }> {
  await repeat(ask, { ...WARM, requestsMin: 1 });
  const cpuBefore = cpuOf(pid);
  const times = await repeat(ask, MEASURED);
  return { p95: quantile(times, 0.95), cpuMs: (cpuOf(pid) - cpuBefore) / times.length };
}

/** How long each took, in milliseconds. */
async function repeat(ask: () => Promise<unknown>, { requests, ms, requestsMin }: typeof MEASURED): Promise<number[]> {
  const times: number[] = [];
  const end = performance.now() + ms;
  while (times.length < requests && (times.length < requestsMin || performance.now() < end)) {
    const startedAtMs = performance.now();
    await ask();
    times.push(performance.now() - startedAtMs);
  }
  return times;
}
