import { exponential, seededRandom } from './random.ts';
import type { Arrival } from './run-queue.ts';

export interface Scenario {
  readonly name: string;
  readonly arrivals: readonly Arrival[];
  readonly engines: number;
  readonly measureUntilMs?: number;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** One person of a middle tier makes so many jobs at once; three people of each tier trickle along for two hours. */
export function flood({ seed, jobs }: { readonly seed: number; readonly jobs: number }): Scenario {
  const random = seededRandom(seed);
  const engines = 8;
  const flooder = { ownerId: 'flooder', tier: 2, slots: engines, atMs: 0 };
  const arrivals: Arrival[] = Array.from({ length: jobs }, () => ({ ...flooder, costMs: 1_000 + random() * 4_000 }));
  for (let tier = 0; tier <= 4; tier += 1) {
    for (let person = 0; person < 3; person += 1) {
      const ownerId = `tier ${tier} person ${person}`;
      for (let atMs = exponential(random, MINUTE_MS); atMs < 2 * HOUR_MS; atMs += exponential(random, MINUTE_MS))
        arrivals.push({ ownerId, tier, slots: 2 + tier, atMs, costMs: 2_000 + random() * 8_000 });
    }
  }
  return { name: `flood: one person makes ${jobs.toLocaleString('en')} jobs at once`, arrivals, engines };
}

/** Ten people of one tier want far more than there is, in jobs of very different length. */
export function crowd({ seed }: { readonly seed: number }): Scenario {
  const random = seededRandom(seed);
  const arrivals: Arrival[] = [];
  for (let person = 0; person < 10; person += 1) {
    const meanMs = 1_000 * 1.6 ** person;
    const ask = { ownerId: `person ${person}`, tier: 1, slots: 4, atMs: 0 };
    for (let wantedMs = 0; wantedMs < 2 * HOUR_MS;) {
      const costMs = meanMs * (0.5 + random());
      arrivals.push({ ...ask, costMs });
      wantedMs += costMs;
    }
  }
  return { name: 'crowd: ten people, jobs of 1 s to 70 s', arrivals, engines: 4, measureUntilMs: HOUR_MS };
}

/** The highest tier alone wants more than there is; one person of each lower tier waits for a turn. */
export function starvation({ seed }: { readonly seed: number }): Scenario {
  const random = seededRandom(seed);
  const arrivals: Arrival[] = [];
  for (let person = 0; person < 20; person += 1)
    for (let atMs = 0; atMs < HOUR_MS; atMs += exponential(random, 8_000))
      arrivals.push({ ownerId: `enterprise ${person}`, tier: 4, slots: 8, atMs, costMs: 2_000 + random() * 6_000 });
  for (let tier = 0; tier < 4; tier += 1)
    for (let atMs = 0; atMs < HOUR_MS; atMs += 2 * MINUTE_MS)
      arrivals.push({ ownerId: `tier ${tier}`, tier, slots: 1, atMs, costMs: 3_000 });
  return { name: 'starvation: enterprise alone is 150 % of the engines for an hour', arrivals, engines: 8 };
}
