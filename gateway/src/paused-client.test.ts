import { setImmediate as turn } from 'node:timers/promises';
import type { Client } from 'graphql-ws';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { WebSocket } from 'ws';
import { runGateway } from '../testing/run-gateway.ts';
import type { RunningGateway } from '../testing/run-gateway.ts';

const WATCH = 'subscription Watch($id: ID!) { jobProgress(id: $id) { id progress preview } }';
const EVENTS = 1_500;
/** Together far more than the kernel buffers for a reader who does not read. */
const PREVIEW = `data:image/png;base64,${'A'.repeat(60_000)}`;
/** The outbox of the field holds 16 events. */
const WAITING_BYTES_MAX = 20 * PREVIEW.length;

let running: RunningGateway;
let told = 0;

beforeEach(async () => {
  running = await runGateway();
  told = 0;
  const begin = Promise.withResolvers<void>();
  let listeners = 0;
  running.world.script.events = async function* () {
    listeners += 1;
    if (listeners === 2) begin.resolve();
    yield { progress: 0, preview: null };
    await begin.promise;
    for (let step = 1; step <= EVENTS; step += 1) {
      await turn();
      told += 1;
      yield { progress: step, preview: PREVIEW };
    }
  };
});

afterEach(() => running.stop());

it('a client that stops reading costs a bounded amount, slows nobody, and sees the newest when it reads on', async () => {
  const [paused, reading] = ['u1', 'u2'];
  let socket: WebSocket | undefined;
  const slow = watch(
    running.connect(await running.world.accessToken({ userId: paused }), (opened) => (socket = opened)),
  );
  await vi.waitFor(() => expect(slow.seen).toHaveLength(1));
  socket?.pause();

  const fast = watch(running.connect(await running.world.accessToken({ userId: reading })));
  let waitingMost = 0;
  const looking = setInterval(() => (waitingMost = Math.max(waitingMost, ...running.waitingBytes())), 5);
  await fast.ended;
  await vi.waitFor(() => expect(told).toBe(2 * EVENTS), { timeout: 20_000 });
  clearInterval(looking);

  expect(fast.seen.at(-1)).toBe(EVENTS);
  expect(slow.seen).toHaveLength(1);
  expect(waitingMost).toBeLessThan(WAITING_BYTES_MAX);

  socket?.resume();
  await slow.ended;
  expect(slow.seen.at(-1)).toBe(EVENTS);
  expect(slow.seen).toEqual(slow.seen.toSorted((one, other) => one - other));
  expect(slow.seen.length).toBeLessThan(EVENTS);
});

function watch(client: Client) {
  const seen: number[] = [];
  const read = async () => {
    for await (const { data } of client.iterate({ query: WATCH, variables: { id: 'j1' } }))
      seen.push((data as { jobProgress: { progress: number } }).jobProgress.progress);
  };
  return { seen, ended: read() };
}
