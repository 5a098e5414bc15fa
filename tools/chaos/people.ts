import { setTimeout as delay } from 'node:timers/promises';
import { createId } from '@modu/ids';
import type { UserViewer } from '@modu/viewer';
import type { Cluster } from './cluster.ts';
import type { Belongings } from './settle-in.ts';
import { chooseWish } from './wishes.ts';
import type { WishKind } from './wishes.ts';

/** What someone asked for and what they know of it. */
export interface Wish {
  readonly kind: WishKind['name'];
  readonly userId: string;
  readonly key: string;
  /** Unknown when the answer never came, however often they asked. */
  jobId?: string;
  refused?: string;
}

const CANCEL = 'mutation ($id: ID!) { cancelJob(id: $id) { __typename } }';
/** On a busy machine a host that was killed takes half a minute to come back. */
const TRIES_MAX = 40;
const RETRY_MS = 400;
const RETRY_MAX_MS = 2_000;
const CANCEL_SHARE = 0.2;

export const personOf = (userId: string): UserViewer => ({ kind: 'user', userId, role: 'MEMBER', locale: 'en' });

interface Life {
  readonly random: () => number;
  readonly people: ReadonlyMap<string, Belongings>;
  readonly wishesEach: number;
  readonly spreadMs: number;
}

/**
 * People who each make a few wishes, spread over some seconds, and cancel some of them. Whoever gets no answer asks again
 * under the same key.
 */
export async function livePeople(cluster: Cluster, { random, people, wishesEach, spreadMs }: Life): Promise<Wish[]> {
  const plans = [...people].flatMap(([userId, own]) =>
    Array.from({ length: wishesEach }, (_, n): Plan => {
      const kind = chooseWish(random);
      return {
        wish: { kind: kind.name, userId, key: createId() },
        ...{ kind, input: kind.input(n, random, own), afterMs: random() * spreadMs },
        cancelAfterMs: random() < CANCEL_SHARE ? random() * 2_000 : undefined,
      };
    }),
  );
  await Promise.all(plans.map((plan) => live(cluster, plan)));
  return plans.map(({ wish }) => wish);
}

interface Plan {
  readonly wish: Wish;
  readonly kind: WishKind;
  readonly input: Record<string, unknown>;
  readonly afterMs: number;
  readonly cancelAfterMs: number | undefined;
}

const queryOf = ({ field, inputType }: WishKind) =>
  `mutation ($input: ${inputType}!) { ${field}(input: $input) { __typename ... on Job { id } ... on Refusal { code } } }`;

async function live(cluster: Cluster, { wish, kind, input, afterMs, cancelAfterMs }: Plan): Promise<void> {
  const viewer = personOf(wish.userId);
  await delay(afterMs);
  const variables = { input: { ...input, idempotencyKey: wish.key } };
  const ask = { subgraph: kind.subgraph, query: queryOf(kind), variables, viewer };
  const made = (await patiently(() => cluster.ask(ask)))?.[kind.field] as { id?: string; code?: string } | undefined;
  if (made?.id) wish.jobId = made.id;
  if (made?.code) wish.refused = made.code;
  if (cancelAfterMs === undefined || !wish.jobId) return;
  await delay(cancelAfterMs);
  const { jobId } = wish;
  await patiently(() => cluster.ask({ subgraph: 'jobs', query: CANCEL, variables: { id: jobId }, viewer }));
}

/** Asks again while no answer comes; undefined when none ever did. */
export async function patiently<T>(ask: () => Promise<T>): Promise<T | undefined> {
  for (let tries = 0; tries < TRIES_MAX; tries += 1) {
    try {
      return await ask();
    } catch {
      await delay(Math.min(RETRY_MAX_MS, RETRY_MS * (1 + tries / 2))); // Unreachable for now, as was the plan.
    }
  }
  return undefined;
}
