import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { createId } from '@modu/ids';
import type { ARROWS } from '../../subgraphs/generation/src/tasks/arrows.ts';
import { audit, readUnrest } from './audit.ts';
import type { Cluster } from './cluster.ts';
import { patiently, personOf } from './people.ts';

export interface ArrowRun {
  readonly arrow: (typeof ARROWS)[number];
  /** From the worker's death until the next run of its job began; `null` where none had to. */
  readonly againMs: number | null;
  /** From the worker's death until its job had ended and its credits were settled. */
  readonly healedMs: number;
  /** How often the job was run. */
  readonly attempts: number;
  readonly statuses: readonly string[];
  readonly broken: readonly string[];
}

const WISH = { prompt: 'a lighthouse after the storm', width: 256, height: 256, steps: 4, count: 2 };
const GENERATE = 'mutation ($input: TextToImageInput!) { generateImage(input: $input) { ... on Job { id } } }';
const TIMEOUT_MS = 120_000;
const LOOK_EVERY_MS = 50;

/** Someone asks for two pictures, and the one worker there is dies right after this step of making them; it is started again. */
export async function killAtArrow(cluster: Cluster, arrow: ArrowRun['arrow']): Promise<ArrowRun> {
  const folder = mkdtempSync(join(tmpdir(), 'modu-arrow-'));
  const [died, again] = [join(folder, 'died'), join(folder, 'again')];
  const settings = { TARGET: 'generation-tasks', DIE_AFTER: arrow, DIED: died, BEGUN_AGAIN: again };
  const worker = await cluster.addWorker({ entry: 'tools/chaos/dying-worker.ts', settings });
  try {
    await worker.ready();
    const userId = createId();
    const variables = { input: { ...WISH, idempotencyKey: createId() } };
    const wish = { subgraph: 'generation', query: GENERATE, variables, viewer: personOf(userId) };
    // Under the same key it is the same job: a host that is slow to answer is no reason to give up.
    if (!(await patiently(() => cluster.ask(wish)))) throw new Error('Nobody took the wish.');
    const endedAtMs = await atRest(cluster, userId);
    const { jobs, attempts, broken } = await audit(cluster, [userId]);
    const diedAtMs = Number(readFileSync(died, 'utf8'));
    const healedMs = endedAtMs - diedAtMs;
    const againMs = existsSync(again) ? Number(readFileSync(again, 'utf8')) - diedAtMs : null;
    return { arrow, againMs, healedMs, attempts, statuses: jobs.map(({ status }) => status), broken };
  } finally {
    await worker.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function atRest(cluster: Cluster, userId: string): Promise<number> {
  const deadline = performance.now() + TIMEOUT_MS;
  while (performance.now() < deadline) {
    if ((await readUnrest(cluster, [userId])).open === 0) return Date.now();
    await delay(LOOK_EVERY_MS);
  }
  throw new Error('The job did not come to rest.');
}
