import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../testing/random.ts';
import type { Random } from '../../testing/random.ts';
import { createEntityMemo } from '../fetching/entity-memo.ts';
import { findCursor, prepareSource } from './stream-source.ts';
import { createTopics } from './topics.ts';
import type { StreamEvent } from './topic.ts';

/** An upstream that keeps its events, and whose connection is cut now and then: sometimes while an event is on its way. */
function unreliableUpstream(random: Random, { events, cutChance }: { events: number; cutChance: number }) {
  const counted = { cuts: 0 };
  const open = async function* (after: unknown): AsyncIterable<StreamEvent> {
    // A subgraph may repeat what it sent last; the gateway must not pass it on twice.
    const from = Math.max(0, ((after as number | undefined) ?? 0) - random.int(3));
    for (let seq = from + 1; seq <= events; seq++) {
      if (random.chance(cutChance)) {
        counted.cuts += 1;
        throw new Error('socket hang up');
      }
      yield { data: { seq } };
      if (random.chance(0.3)) await new Promise((resolve) => setImmediate(resolve));
    }
  };
  return { open, counted };
}

const cursorOf = ({ data }: StreamEvent) => (data as { seq: number }).seq;

describe('a stream whose connections are cut', () => {
  it('loses no event and doubles none, over 1 000 seeded cuts of upstreams and clients', async () => {
    let cuts = 0;
    for (let seed = 1; cuts < 1_000; seed++) {
      const random = createRandom(seed);
      const events = 40 + random.int(40);
      const { open, counted } = unreliableUpstream(random, { events, cutChance: 0.1 });
      const topics = createTopics<number>();
      const seen: number[] = [];
      // The client too is cut now and then, and asks again behind the last event it saw.
      for (let last: number | undefined; last !== events;) {
        const stream = topics.listen({
          key: undefined,
          after: last,
          open,
          cursorOf,
          complete: (event) => Promise.resolve(cursorOf(event)),
          lost: -1,
          retriesMax: 50,
          pauseMs: 0,
          outbox: { policy: 'all', sizeMax: 1_000, lagged: -2 },
        });
        for await (const seq of stream) {
          seen.push(seq);
          last = seq;
          if (random.chance(0.05)) {
            cuts += 1;
            break;
          }
        }
        await stream.return?.();
      }
      cuts += counted.cuts;
      expect(seen, `seed ${seed}`).toEqual(Array.from({ length: events }, (_, index) => index + 1));
      expect(topics.count()).toBe(0);
    }
  });

  it('says so when the upstream stays away, instead of ending as if all were said', async () => {
    expect(await hearOut({ open: () => Promise.reject(new Error('refused')) })).toEqual(['lost']);
  });

  it('says so too when an event cannot be completed, however often its upstream tells it', async () => {
    let opened = 0;
    const seen = await hearOut({
      open: async function* () {
        opened += 1;
        // Without a bound it would be opened for ever.
        if (opened < 100) yield { data: { seq: 1 } };
      },
      complete: () => Promise.reject(new Error('no answer')),
    });

    expect([seen, opened]).toEqual([['lost'], 3]);
  });
});

type Listened = Parameters<ReturnType<typeof createTopics<string>>['listen']>[0];

/** All that a client is told that asks an upstream with two tries. */
async function hearOut(upstream: Pick<Listened, 'open'> & Partial<Pick<Listened, 'complete'>>): Promise<string[]> {
  const seen: string[] = [];
  const stream = createTopics<string>().listen({
    key: undefined,
    cursorOf,
    complete: () => Promise.resolve('event'),
    lost: 'lost',
    retriesMax: 2,
    pauseMs: 0,
    outbox: { policy: 'all', sizeMax: 10, lagged: 'lagged' },
    ...upstream,
  });
  for await (const event of stream) seen.push(event);
  return seen;
}

describe('clients that ask the same', () => {
  it('share one upstream, which ends when the last of them leaves', async () => {
    let opened = 0;
    let closed = 0;
    const topics = createTopics<number>();
    const listen = () =>
      topics.listen({
        key: 'same',
        open: async function* (_after, signal) {
          opened += 1;
          yield { data: { seq: 1 } };
          await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
          closed += 1;
        },
        cursorOf,
        complete: (event) => Promise.resolve(cursorOf(event)),
        lost: -1,
        outbox: { policy: 'latest', sizeMax: 4, lagged: -2 },
      });
    const streams = [listen(), listen(), listen()];
    for (const stream of streams) expect((await stream.next()).value).toBe(1);
    for (const stream of streams) await stream.return?.();
    await new Promise((resolve) => setImmediate(resolve));

    expect([opened, closed, topics.count()]).toEqual([1, 1, 0]);
  });

  it('leave a stream that ended by itself without another word to its upstream', async () => {
    const told: AbortSignal[] = [];
    const topics = createTopics<number>();
    const stream = topics.listen({
      key: 'ends',
      open: async function* (_after, signal) {
        told.push(signal);
        yield { data: { seq: 1 } };
      },
      cursorOf,
      complete: (event) => Promise.resolve(cursorOf(event)),
      lost: -1,
      outbox: { policy: 'all', sizeMax: 4, lagged: -2 },
    });
    const seen: number[] = [];
    for await (const seq of stream) seen.push(seq);

    expect(seen).toEqual([1]);
    expect(told.map(({ aborted }) => aborted)).toEqual([false]);
    expect(topics.count()).toBe(0);
  });
});

describe('the cursor of a stream', () => {
  const schema = buildSchema(`type Query { a: Int }
    type Step { seq: Int! text: String } type Plain { text: String }
    type Subscription { steps(id: ID!, after: Int): Step! plain(after: Int): Plain! other(id: ID!): Step! }`);
  const fetchOf = (operation: string) => ({
    kind: 'Fetch' as const,
    serviceName: 'jobs',
    operation,
    operationKind: 'subscription',
    variableUsages: ['id', 'from'],
  });

  it('is there by convention: an argument "after" and a field "seq"', () => {
    expect(findCursor(schema, 'steps')).toEqual({ argument: 'after', field: 'seq', type: 'Int' });
    expect([findCursor(schema, 'plain'), findCursor(schema, 'other'), findCursor(schema, 'none')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('is always asked for, and takes the place of what the client asked to start after', () => {
    const operation = 'subscription($id:ID!,$from:Int){steps(id:$id,after:$from){text}}';
    const source = prepareSource(fetchOf(operation), findCursor(schema, 'steps'));
    const first = source.ask({ id: '1', from: 3 });
    const resumed = source.ask({ id: '1', from: 3 }, 17);

    expect(first.query).toContain('own__cursor: seq');
    expect(first.variables).toEqual({ id: '1', from: 3 });
    expect(resumed.query.replace(/\s+/g, ' ')).toBe(
      'subscription ($id: ID!, $own__after: Int) { steps(id: $id, after: $own__after) { own__cursor: seq text } }',
    );
    expect(resumed.variables).toMatchObject({ id: '1', own__after: 17 });
    expect([source.startOf({ id: '1', from: 3 }), source.startOf({ id: '1' })]).toEqual([3, undefined]);
    expect(source.cursorOf({ steps: { own__cursor: 4, text: 'x' } })).toBe(4);
  });
});

describe('the entity memo of a topic', () => {
  const fetch = { subgraph: 'gallery', query: 'q', operationName: undefined, operationKind: 'query', bodyHead: '' };
  const call = (representation: string) => ({
    fetch,
    variables: `{"representations":[${representation}]}`,
    context: undefined,
    signal: undefined,
  });

  it('asks again only for what changed, hands out copies, and forgets errors', async () => {
    const asked: string[] = [];
    let isFailing = false;
    const ask = async ({ variables }: { variables: string }) => {
      asked.push(variables);
      return { data: { _entities: [{ title: 'T' }] }, ...(isFailing ? { errors: [{ message: 'no' }] } : {}) };
    };
    const memo = createEntityMemo({ ageMsOf: (subgraph) => (subgraph === 'billing' ? 0 : 60_000) });
    const first = await memo.fetch(call('1'), ask);
    (first.data as { _entities: { title: string }[] })._entities[0]!.title = 'changed by a merge';
    expect(await memo.fetch(call('1'), ask)).toEqual({ data: { _entities: [{ title: 'T' }] } });
    expect(asked).toHaveLength(1);

    await memo.fetch(call('2'), ask);
    expect(asked).toHaveLength(2);
    isFailing = true;
    await memo.fetch(call('3'), ask);
    await memo.fetch(call('3'), ask);
    expect(asked).toHaveLength(4);
    const ofBilling = { ...call('1'), fetch: { ...fetch, subgraph: 'billing' } };
    await memo.fetch(ofBilling, ask);
    await memo.fetch(ofBilling, ask);
    expect(asked).toHaveLength(6);
    isFailing = false;
    // Another fetch of the same plan asks for the same entity: it wants other fields of it.
    await memo.fetch({ ...call('1'), fetch: { ...fetch, query: 'other' } }, ask);
    expect(asked).toHaveLength(7);
  });
});
