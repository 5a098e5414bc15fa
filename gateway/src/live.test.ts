import { setTimeout as pause } from 'node:timers/promises';
import type { WebSocket } from 'ws';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runGateway } from '../testing/run-gateway.ts';
import type { RunningGateway } from '../testing/run-gateway.ts';
import { toStream } from '../testing/stand-ins.ts';
import { createStreamLimits } from './streams/stream-limits.ts';

const PROGRESS = `subscription Watch($id: ID!) {
  jobProgress(id: $id) { id progress result { ... on Image { id prompt } } }
}`;
const ask = { query: PROGRESS, variables: { id: 'j1' } };
const image = { __typename: 'Image', id: '7' };

let house: RunningGateway;

beforeAll(async () => {
  house = await runGateway();
});

beforeEach(() => {
  house.world.script.asked.length = 0;
});

afterAll(() => house.stop());

async function* forever() {
  for (let step = 0; ; step++) {
    yield { status: 'RUNNING', progress: step, result: null };
    await pause(100);
  }
}

const headersOf = async (lifetime = '10m') => ({
  accept: 'text/event-stream',
  authorization: `Bearer ${await house.world.accessToken({ lifetime })}`,
});

describe('a stream without WebSocket', () => {
  it('comes as server-sent events, completed from other subgraphs, and says that it is complete', async () => {
    house.world.script.events = () =>
      toStream([
        { status: 'RUNNING', progress: 0.5, result: null },
        { status: 'COMPLETED', progress: 1, result: image },
      ]);
    const response = await house.post(ask, await headersOf());

    expect(response.headers.get('content-type')).toContain('text/event-stream');
    expect(await response.text()).toBe(
      [
        'event: next\ndata: {"data":{"jobProgress":{"id":"j1","progress":0.5,"result":null}}}\n\n',
        'event: next\ndata: {"data":{"jobProgress":{"id":"j1","progress":1,"result":{"id":"7","prompt":"a persimmon tree"}}}}\n\n',
        'event: complete\ndata:\n\n',
      ].join(''),
    );
  });

  it('ends with its token, and says why', async () => {
    house.world.script.events = forever;
    const text = await (await house.post(ask, await headersOf('2s'))).text();

    expect(text).toContain('"progress":1');
    expect(text).toMatch(/UNAUTHENTICATED[^]*event: complete\ndata:\n\n$/);
  });

  it('refuses what is no subscription with an ordinary answer', async () => {
    const response = await house.post({ query: '{ queue { depth } }' }, await headersOf());

    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
  });
});

describe('a long stream', () => {
  it('outlives its token when the client sends a newer one in a ping', async () => {
    house.world.script.events = forever;
    const newer = await house.world.accessToken();
    const sendNewer = (socket: WebSocket) =>
      socket.send(JSON.stringify({ type: 'ping', payload: { authorization: `Bearer ${newer}` } }));
    const client = house.connect(await house.world.accessToken({ lifetime: '2s' }), sendNewer);
    const stream = client.iterate(ask);
    const tokenEndMs = Date.now() + 2_200;
    while (Date.now() < tokenEndMs) await stream.next();

    expect(await stream.next()).toMatchObject({ done: false, value: { data: { jobProgress: { id: 'j1' } } } });
    await stream.return?.();
  });

  it.each([
    ['of somebody else', { userId: 'u2' }],
    ['of another session, whose end would not be theirs', { sessionId: 's2' }],
  ])('is closed when that token is %s', async (_whose, of) => {
    house.world.script.events = forever;
    const other = await house.world.accessToken(of);
    const sendOther = (socket: WebSocket) =>
      socket.send(JSON.stringify({ type: 'ping', payload: { authorization: `Bearer ${other}` } }));
    const stream = house.connect(await house.world.accessToken(), sendOther).iterate(ask);
    const reading = (async () => {
      while (!(await stream.next()).done);
    })();

    await expect(reading).rejects.toMatchObject({ code: 4403 });
  });

  it('asks other subgraphs only about what changed between its events', async () => {
    const steps = [1, 2, 3, 4].map((progress) => ({ status: 'RUNNING', progress, result: image }));
    house.world.script.events = () => toStream([...steps, { progress: 5, result: { ...image, id: '8' } }]);
    const prompts: unknown[] = [];
    for await (const event of house.connect(await house.world.accessToken()).iterate(ask)) prompts.push(event.data);

    expect(prompts).toHaveLength(5);
    expect(house.world.script.asked).toHaveLength(2);
  });
});

describe('how many streams one person may hold', () => {
  it('is bounded over all their connections, and a closed stream makes room', () => {
    const limits = createStreamLimits({ perUser: 2, anonymous: 1 });
    const ada = { kind: 'user', userId: 'ada', role: 'MEMBER', locale: 'en' } as const;
    const first = limits.enter(ada);
    expect(limits.enter(ada)).toBeDefined();
    expect(limits.enter(ada)).toBeUndefined();
    expect(limits.enter({ ...ada, userId: 'bo' })).toBeDefined();

    first?.();
    first?.();
    expect(limits.enter(ada)).toBeDefined();
    expect(limits.enter(ada)).toBeUndefined();
  });
});
