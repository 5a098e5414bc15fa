import { setTimeout as delay } from 'node:timers/promises';
import { createId } from '@modu/ids';
import type { Viewer } from '@modu/viewer';
import type { Cluster } from './cluster.ts';

/** What someone asked for and what they know of it. */
export interface Wish {
  readonly userId: string;
  readonly key: string;
  /** Unknown when the answer never came, however often they asked. */
  jobId?: string;
  refused?: string;
}

const GENERATE = `mutation ($input: TextToImageInput!) {
  generateImage(input: $input) { __typename ... on Job { id } ... on Refusal { code } }
}`;
const CANCEL = 'mutation ($id: ID!) { cancelJob(id: $id) { __typename } }';
const TRIES_MAX = 12;
const RETRY_MS = 400;
const CANCEL_SHARE = 0.2;

export const personOf = (userId: string): Viewer => ({ kind: 'user', userId, role: 'MEMBER', locale: 'en' });

/**
 * People who each make a few pictures, spread over some seconds, and cancel some of them. Whoever gets no answer asks again
 * under the same key.
 */
export async function livePeople(
  cluster: Cluster,
  {
    random,
    people,
    wishesEach,
    spreadMs,
  }: { random: () => number; people: number; wishesEach: number; spreadMs: number },
): Promise<Wish[]> {
  const wishes = Array.from({ length: people }, () => createId()).flatMap((userId) =>
    Array.from({ length: wishesEach }, (): Wish => ({ userId, key: createId() })),
  );
  const plans = wishes.map((wish, n) => ({
    ...{ wish, seed: n, afterMs: random() * spreadMs, steps: 2 + Math.floor(random() * 10) },
    cancelAfterMs: random() < CANCEL_SHARE ? random() * 2_000 : undefined,
  }));
  await Promise.all(plans.map((plan) => live(cluster, plan)));
  return wishes;
}

interface Plan {
  readonly wish: Wish;
  readonly seed: number;
  readonly afterMs: number;
  readonly steps: number;
  readonly cancelAfterMs: number | undefined;
}

async function live(cluster: Cluster, { wish, seed, afterMs, steps, cancelAfterMs }: Plan): Promise<void> {
  const viewer = personOf(wish.userId);
  await delay(afterMs);
  const input = {
    prompt: `a lighthouse in a storm ${seed}`,
    width: 256,
    height: 256,
    steps,
    seed,
    idempotencyKey: wish.key,
  };
  const ask = { subgraph: 'generation', query: GENERATE, variables: { input }, viewer };
  const made = (await patiently(() => cluster.ask(ask)))?.['generateImage'] as
    { id?: string; code?: string } | undefined;
  if (made?.id) wish.jobId = made.id;
  if (made?.code) wish.refused = made.code;
  if (cancelAfterMs === undefined || !wish.jobId) return;
  await delay(cancelAfterMs);
  const { jobId } = wish;
  await patiently(() => cluster.ask({ subgraph: 'jobs', query: CANCEL, variables: { id: jobId }, viewer }));
}

async function patiently<T>(ask: () => Promise<T>): Promise<T | undefined> {
  for (let tries = 0; tries < TRIES_MAX; tries += 1) {
    try {
      return await ask();
    } catch {
      await delay(RETRY_MS * (1 + tries / 2)); // Unreachable for now, as was the plan.
    }
  }
  return undefined;
}
