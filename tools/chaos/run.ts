import { setTimeout as delay } from 'node:timers/promises';
import { createId } from '@modu/ids';
import { seededRandom } from '../simulate/random.ts';
import { audit, readUnrest } from './audit.ts';
import type { Findings } from './audit.ts';
import type { Cluster } from './cluster.ts';
import { chooseFault } from './faults.ts';
import { livePeople, personOf } from './people.ts';
import { checkPromises } from './promises.ts';
import { rowsOf } from './rows-of.ts';
import { settleIn } from './settle-in.ts';
import type { Belongings } from './settle-in.ts';

export interface ChaosRun extends Findings {
  readonly seed: number;
  readonly faults: readonly string[];
  readonly wishes: number;
  /** Of those that became no job: why, as far as it was said. */
  readonly unmade: readonly string[];
  /** From the last fault until nothing was under way any more; undefined when that never came. */
  readonly healedMs: number | undefined;
}

const PEOPLE = 3;
const WISHES_EACH = 4;
const SPREAD_MS = 4_000;
const FAULTS_MAX = 4;
/**
 * Nothing has moved for so long: it is stuck. A hold whose job was never made expires by itself after 20 s; a process that was
 * killed takes a while to come back. A machine that is slow, because it has other work, is not a product that is stuck.
 */
const STUCK_MS = 120_000;
/** And what moves for so long without coming to rest never will. */
const HEAL_TIMEOUT_MS = 600_000;

/** People ask for pictures, documents, braille and speech while things break, as the seed says; then all must heal, and what must hold is looked at. */
export async function runChaos(cluster: Cluster, seed: number): Promise<ChaosRun> {
  const random = seededRandom(seed);
  const people = new Map<string, Belongings>();
  for (let n = 0; n < PEOPLE; n += 1) {
    const userId = createId();
    people.set(userId, await settleIn(cluster, personOf(userId)));
  }
  const before = await jobIdsOf(cluster, [...people.keys()]);
  const faults = Array.from({ length: 1 + Math.floor(random() * FAULTS_MAX) }, () => ({
    fault: chooseFault(random),
    afterMs: 200 + random() * SPREAD_MS,
  })).toSorted((a, b) => a.afterMs - b.afterMs);
  const living = livePeople(cluster, { random, people, wishesEach: WISHES_EACH, spreadMs: SPREAD_MS });
  const startedAt = performance.now();
  for (const { fault, afterMs } of faults) {
    await delay(Math.max(0, afterMs - (performance.now() - startedAt)));
    await fault.strike(cluster, random);
  }
  const struckAt = performance.now();
  const wishes = await living;
  const owners = [...people.keys()];
  const healed = await heal(cluster, owners);
  const healedMs = healed ? performance.now() - struckAt : undefined;
  await Promise.all([cluster.host, ...cluster.workers].map((kept) => kept.ready()));

  const findings = await audit(cluster, owners);
  const broken = [...findings.broken, ...checkPromises({ wishes, jobs: findings.jobs, before, healed })];
  const names = faults.map(({ fault, afterMs }) => `${fault.name} at ${(afterMs / 1_000).toFixed(1)} s`);
  const unmade = wishes.flatMap(({ jobId, kind, refused }) => (jobId ? [] : [`${kind}: ${refused ?? 'no answer'}`]));
  return { ...findings, broken, seed, faults: names, wishes: wishes.length, unmade, healedMs };
}

async function jobIdsOf({ stack }: Cluster, people: readonly string[]): Promise<ReadonlySet<string>> {
  const url = stack.postgresUrl('jobs');
  const rows = await rowsOf<{ id: string }>(url, 'SELECT id FROM job WHERE owner_id = ANY($1)', people);
  return new Set(rows.map(({ id }) => id));
}

async function heal(cluster: Cluster, people: readonly string[]): Promise<boolean> {
  const deadline = performance.now() + HEAL_TIMEOUT_MS;
  let moved = { at: performance.now(), mark: '' };
  while (performance.now() < Math.min(deadline, moved.at + STUCK_MS)) {
    const unrest = await readUnrest(cluster, people).catch(() => undefined);
    if (unrest?.open === 0) return true;
    const mark = unrest ? `${unrest.open} ${unrest.changes}` : moved.mark;
    if (mark !== moved.mark) moved = { at: performance.now(), mark };
    await delay(250);
  }
  return false;
}
