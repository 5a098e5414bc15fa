import { createPostgresBus } from '@modu/bus';
import type { Bus } from '@modu/bus';
import { acquireStack } from '@modu/embedded';
import { jobProgressChannel } from '@modu/jobs/contracts';
import { createLogger } from '@modu/logger';
import { WebSocket } from 'ws';
import { quantile } from '../tidy/census.ts';
import type { Figure } from './main-job.ts';
import { GENERATE, newPerson } from './person.ts';
import type { Person } from './person.ts';

const SUBSCRIBERS = 200;
const EVENTS = 60;
const EVERY_MS = 40;
/** What our steps have and those of the worker have not. */
const STEPS_TOTAL = 100_000;
const FIRST_STEP = 1_000;
const QUERY = 'subscription($id: ID!) { jobProgress(id: $id) { status stepsTotal step } }';

/** When each step was told, and after how long it was seen. */
interface Seen {
  readonly sentAt: Map<number, number>;
  /** By another process that listens to the bus, as the host does. */
  readonly onBus: number[];
  readonly byFirst: number[];
  readonly byAll: number[];
}

/** Progress is published on the bus as a worker does it, and timed at each of 200 clients of one job. */
export async function benchLive({ port, dataDir }: { port: number; dataDir: string }): Promise<Figure[]> {
  const logger = createLogger({ level: 'silent' });
  const want = { postgres: true, mongo: true, s3: true };
  const stack = await acquireStack({ dataDir, want, corsOrigins: [], logger });
  const bus = createPostgresBus({ url: stack.postgresUrl('jobs'), logger });
  const person = await newPerson(port);
  const me = await person.ask<{ me: { id: string } }>('{ me { id } }');
  const input = { prompt: 'a slow picture', width: 1024, height: 1024, steps: 50, seed: 1 };
  const { generateImage: job } = await person.ask<{ generateImage: { id: string } }>(GENERATE, { input });
  const seen: Seen = { sentAt: new Map(), onBus: [], byFirst: [], byAll: [] };
  await bus.subscribe(jobProgressChannel, ({ stepsTotal, step }) => {
    const at = seen.sentAt.get(step);
    if (stepsTotal === STEPS_TOTAL && at !== undefined) seen.onBus.push(performance.now() - at);
  });
  const clients = Array.from({ length: SUBSCRIBERS }, () => watch({ port, person, jobId: job.id, seen }));
  // Every client has its first state: what is timed is a stream that stands, not two hundred being opened.
  await Promise.all(clients.map(({ opened }) => opened));
  await tell(bus, { jobId: job.id, ownerId: me.me.id, seen });
  await Promise.all(clients.map(({ ended }) => ended));
  await bus.close();
  await stack.stop();
  return figuresOf(seen);
}

interface Watching {
  readonly port: number;
  readonly person: Person;
  readonly jobId: string;
  readonly seen: Seen;
}

/**
 * One of many devices that watch a job, each with a socket of its own. It speaks the protocol by itself: they share one thread here, and a client
 * library cost it as much for an event as the server spends, which is then in every figure.
 */
function watch({ port, person, jobId, seen }: Watching): { opened: Promise<void>; ended: Promise<void> } {
  const opened = Promise.withResolvers<void>();
  const ended = Promise.withResolvers<void>();
  const socket = new WebSocket(`ws://localhost:${port}/graphql`, 'graphql-transport-ws');
  const send = (message: object) => socket.send(JSON.stringify(message));
  const steps = new Set<number>();
  socket.on('open', () => send({ type: 'connection_init', payload: { authorization: person.authorization } }));
  socket.on('message', (bytes: Buffer) => {
    const atMs = performance.now();
    const { type, payload } = JSON.parse(bytes.toString()) as Message;
    if (type === 'connection_ack') {
      send({ id: '1', type: 'subscribe', payload: { query: QUERY, variables: { id: jobId } } });
    } else if (type === 'next') {
      opened.resolve();
      const { step, stepsTotal } = payload?.data?.jobProgress ?? {};
      // A later change of the job shows the same step again; what counts is when it was first seen.
      if (stepsTotal !== STEPS_TOTAL || typeof step !== 'number' || steps.has(step)) return;
      steps.add(step);
      const tookMs = atMs - (seen.sentAt.get(step) ?? Number.NaN);
      seen.byAll.push(tookMs);
      if (steps.size > seen.byFirst.length) seen.byFirst.push(tookMs);
    } else if (type === 'complete' || type === 'error') socket.close();
    else if (type === 'ping') send({ type: 'pong' });
  });
  socket.on('error', opened.reject);
  socket.on('close', () => {
    opened.reject(new Error('A client was turned away.'));
    ended.resolve();
  });
  return { opened: opened.promise, ended: ended.promise };
}

interface Message {
  readonly type: string;
  readonly payload?: {
    readonly data?: { readonly jobProgress?: { step?: number | null; stepsTotal?: number | null } };
  };
}

interface Telling {
  readonly jobId: string;
  readonly ownerId: string;
  readonly seen: Seen;
}

/** Steps of a run, as a worker tells them, with previews. */
async function tell(bus: Bus, { jobId, ownerId, seen }: Telling): Promise<void> {
  const preview = `data:image/webp;base64,${'A'.repeat(4_000)}`;
  for (let step = FIRST_STEP; step < FIRST_STEP + EVENTS; step++) {
    seen.sentAt.set(step, performance.now());
    const progress = { attempt: 1, step, stepsTotal: STEPS_TOTAL, progress: 0.5, etaMs: 1_000, preview };
    await bus.publish(jobProgressChannel, { jobId, ownerId, ...progress });
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
  }
}

function figuresOf({ onBus, byFirst, byAll }: Seen): Figure[] {
  const name = `progress event → client, ${SUBSCRIBERS} subscribers`;
  const ms = { unit: 'ms', goal: '' };
  return [
    { name: `${name}, p50`, value: quantile(byAll, 0.5), ...ms },
    { name: `${name}, p99`, value: quantile(byAll, 0.99), ...ms, goal: '≤ 30' },
    { name: 'of it, until the first of them has it, p99', value: quantile(byFirst, 0.99), ...ms },
    { name: 'of it, until another process has it from the bus, p99', value: quantile(onBus, 0.99), ...ms },
    { name: 'progress events seen by clients', value: byAll.length, unit: `of ${SUBSCRIBERS} × ${EVENTS}`, goal: '' },
  ];
}
