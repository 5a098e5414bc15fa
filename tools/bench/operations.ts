import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cpuOf } from './gateway/load.ts';
import { startHostProcess } from './host-process.ts';
import type { Figure } from './main-job.ts';
import { signIn } from './person.ts';
import type { Person } from './person.ts';
import { quantile } from '../tidy/census.ts';

const PORT = 4293;
const IMAGES = 20_000;
const DEMO = { email: 'demo@modu.local', password: 'modu-demo-2026' };
/** So many requests of each, or as many as there is time for: on a busy machine the run ends all the same. */
const WARM = { requests: 40, ms: 1_500 };
const MEASURED = { requests: 200, ms: 4_000, requestsMin: 20 };
const DAY_MS = 86_400_000;
const root = fileURLToPath(new URL('../../', import.meta.url));
const manifest = new URL('../../apps/web/src/lib/graph/generated/persisted-documents.json', import.meta.url);

/** The studio's heaviest questions, as it asks them, each with what makes it heavy. */
const OPERATIONS: readonly (readonly [label: string, operation: string, variables: (ids: Ids) => object])[] = [
  ['a wall of 100', 'WallChunk', () => ({ first: 100 })],
  ['a wall of 100, by words', 'WallChunk', () => ({ first: 100, search: 'persimmon' })],
  ['a wall of 100, starred', 'WallChunk', () => ({ first: 100, starred: true })],
  ['a wall of 100, of one model', 'WallChunk', () => ({ first: 100, modelId: 'sketch' })],
  ['a wall of 100, oldest first', 'WallChunk', () => ({ first: 100, sort: 'OLDEST' })],
  ['the timeline of the wall', 'WallTimeline', () => ({})],
  ['the timeline of a search', 'WallTimeline', () => ({ search: 'persimmon' })],
  ['the facets of the wall', 'WallFacets', () => ({})],
  ['the facets of a search', 'WallFacets', () => ({ search: 'persimmon' })],
  ['a page of pictures', 'Images', () => ({ first: 50 })],
  ['a picture', 'Image', ({ image }) => ({ id: image })],
  ['what a picture was made with', 'MadeWith', ({ image }) => ({ id: image })],
  ['the dashboard', 'Dashboard', month],
  ['what happened', 'Activity', () => ({ first: 50 })],
  ['files', 'Assets', () => ({ first: 50 })],
  ['the history of credits', 'CreditHistory', () => ({ first: 50 })],
  ['credits by day', 'CreditOverview', month],
  ['the queue drawer', 'Jobs', () => ({})],
  ['boards', 'Boards', () => ({})],
  ['plans', 'Plans', () => ({})],
];

interface Ids {
  readonly image: string;
}

function month() {
  return { from: new Date(Date.now() - 30 * DAY_MS).toISOString(), to: new Date().toISOString() };
}

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

/** The trusted documents by the names of their operations. */
function readDocuments(): ReadonlyMap<string, string> {
  const texts = Object.values(JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, string>);
  return new Map(texts.map((text) => [/\bquery (\w+)/.exec(text)?.[1] ?? '', text]));
}
