import { setTimeout as delay } from 'node:timers/promises';
import type { Cluster } from '../cluster.ts';
import { seededRandom } from '../../simulate/random.ts';
import { killServer } from '../faults.ts';
import { keepProcess } from '../node-process.ts';
import { findBroken, heal } from './heal.ts';
import { openAssets } from './open-assets.ts';
import { ACTS, aPersonWithFiles } from './person.ts';
import type { Victim } from './victims.ts';

export interface KilledRun {
  readonly seed: number;
  readonly acts: Readonly<Record<string, number>>;
  readonly kills: Readonly<Record<string, number>>;
  /** Files that were said to be READY and not deleted: all of them must be there in the end. */
  readonly promised: number;
  readonly broken: readonly string[];
}

const STEPS = 14;
const KILL_SHARE = 0.35;
/** A step takes some milliseconds; the kill comes before, within or after it. */
const KILL_WITHIN_MS = 25;
const TIDYING_KILLS = 3;
const TIDYING_MS = 400;
/** Most lives go the way files go; each step may be left out, repeated or come too early all the same. */
const USUAL = ['request', 'put', 'complete'] as const;
const RECOVERY_MS = 60_000;
const RETRY_MS = 200;

interface Killing {
  readonly cluster: Cluster;
  readonly chooseVictim: (random: () => number) => Victim;
  readonly seed: number;
}

/** One person's files, while the host, the bucket and MongoDB are killed with -9, and then the process that tidies. */
export async function runKilled({ cluster, chooseVictim, seed }: Killing): Promise<KilledRun> {
  const random = seededRandom(seed);
  const person = aPersonWithFiles(cluster);
  const acts: Record<string, number> = {};
  const kills: Record<string, number> = {};
  for (let step = 0; step < STEPS; step++) {
    const drawn = random() < 0.7 ? USUAL[step % USUAL.length] : ACTS[Math.floor(random() * ACTS.length)];
    const act = drawn ?? 'request';
    acts[act] = (acts[act] ?? 0) + 1;
    const working = person.act(act, Math.floor(step / USUAL.length)).catch(() => undefined);
    if (random() < KILL_SHARE) {
      await delay(random() * KILL_WITHIN_MS);
      const victim = chooseVictim(random);
      kills[victim] = (kills[victim] ?? 0) + 1;
      if (victim === 'host') cluster.host.kill();
      else killServer(cluster, victim);
      await working;
      await recovered(cluster);
    }
    await working;
  }
  kills['tidying'] = await killTidying(cluster);
  const clock = { aheadMs: 0 };
  const { deps, close } = await openAssets(serversOf(cluster), clock);
  try {
    await heal({ deps, clock });
    const broken = await findBroken(person.promised, { deps, clock });
    return { seed, acts, kills, promised: person.promised.ready.size, broken };
  } finally {
    await close();
  }
}

const serversOf = ({ stack }: Cluster) => ({ mongoUrl: stack.mongoUrl('assets'), s3: stack.s3 });

async function killTidying(cluster: Cluster): Promise<number> {
  const environment = { ASSET_SERVERS: JSON.stringify(serversOf(cluster)) };
  const tidying = keepProcess('tidying', { environment, entry: 'tools/chaos/uploads/tidying-process.ts' });
  try {
    for (let kill = 0; kill < TIDYING_KILLS; kill++) {
      await tidying.ready();
      await delay((TIDYING_MS * (kill + 1)) / TIDYING_KILLS);
      tidying.kill();
      await delay(200);
    }
    return TIDYING_KILLS;
  } finally {
    await tidying.stop();
  }
}

/** Until somebody's upload goes through again: the host answers and reaches both servers. */
async function recovered(cluster: Cluster): Promise<void> {
  const deadline = performance.now() + RECOVERY_MS;
  for (;;) {
    const somebody = aPersonWithFiles(cluster);
    for (const act of USUAL) await somebody.act(act, 0).catch(() => undefined);
    if (somebody.promised.ready.size > 0) return;
    if (performance.now() > deadline) throw new Error('The product did not come back in time.');
    await delay(RETRY_MS);
  }
}
