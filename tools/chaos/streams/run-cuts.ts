import { setTimeout as pause } from 'node:timers/promises';
import { createRandom } from '../../fuzz/gateway/random.ts';
import { follow } from './follow.ts';
import { startStreamStage } from './stage.ts';

export interface CutsReport {
  readonly events: number;
  readonly cuts: Readonly<Record<Cut, number>>;
  readonly returns: number;
  readonly lost: number;
  readonly doubled: number;
  readonly outOfOrder: number;
}

type Cut = 'client' | 'upstream' | 'gateway';

const FOLLOWERS = 3;
const EVENTS_PER_CUT_MAX = 12;
const CATCH_UP_MS = 20_000;

/** Cuts sockets in the middle of streams, again and again, and counts what each client heard. */
export async function runCuts({ seed, cuts }: { readonly seed: number; readonly cuts: number }): Promise<CutsReport> {
  const random = createRandom(seed);
  const stage = await startStreamStage();
  const token = await stage.token();
  const followers = Array.from({ length: FOLLOWERS }, () => follow({ url: stage.url, token }));
  const made: Record<Cut, number> = { client: 0, upstream: 0, gateway: 0 };
  try {
    for (let done = 0; done < cuts; done++) {
      for (let events = random.int(EVENTS_PER_CUT_MAX); events >= 0; events--) {
        stage.upstream.tell();
        if (random.chance(0.3)) await pause(random.int(4));
      }
      const cut = random.pick(['client', 'client', 'upstream', 'gateway'] as const);
      made[cut] += 1;
      if (cut === 'client') random.pick(followers).cut();
      if (cut === 'upstream') stage.upstream.cut();
      if (cut === 'gateway') stage.cutClients();
      await pause(random.int(12));
    }
    const told = stage.upstream.told();
    const untilMs = performance.now() + CATCH_UP_MS;
    while (followers.some(({ seen }) => seen.at(-1) !== told) && performance.now() < untilMs) await pause(20);
    const expected = Array.from({ length: told }, (_one, index) => index + 1);
    const counted = followers.map(({ seen }) => count(seen, expected));
    const sum = (of: (one: (typeof counted)[number]) => number) => counted.reduce((total, one) => total + of(one), 0);
    return {
      events: told,
      cuts: made,
      returns: followers.reduce((total, follower) => total + follower.returns(), 0),
      lost: sum(({ lost }) => lost),
      doubled: sum(({ doubled }) => doubled),
      outOfOrder: sum(({ outOfOrder }) => outOfOrder),
    };
  } finally {
    await Promise.all(followers.map((follower) => follower.stop()));
    await stage.stop();
  }
}

function count(seen: readonly number[], expected: readonly number[]) {
  const distinct = new Set(seen);
  return {
    lost: expected.filter((seq) => !distinct.has(seq)).length,
    doubled: seen.length - distinct.size,
    outOfOrder: seen.filter((seq, index) => index > 0 && seq < (seen[index - 1] ?? 0)).length,
  };
}
