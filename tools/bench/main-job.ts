import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPostgresBus } from '@modu/bus';
import { acquireStack } from '@modu/embedded';
import { jobProgressChannel } from '@modu/jobs/contracts';
import { createLogger } from '@modu/logger';
import { newPerson } from './person.ts';
import type { Person } from './person.ts';
import { startHostProcess } from './host-process.ts';
import { measureUpload } from './upload.ts';
import { quantile } from '../tidy/census.ts';

export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly goal: string;
}

const PORT = 4290;
const SMALL = { width: 256, height: 256, steps: 1 };
const GENERATE =
  'mutation($input: TextToImageInput!) { generateImage(input: $input) { __typename ... on Job { id } ... on Refusal { code } } }';

/** The figures of the main job: start, memory, submit, live, upload. */
export async function benchMainJob(): Promise<Figure[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'modu-bench-'));
  try {
    const cold = await startHostProcess({ port: PORT, dataDir });
    await cold.stop();
    const host = await startHostProcess({ port: PORT, dataDir });
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    const memory = host.memoryMegabytes();
    const submit = await measureSubmit();
    const live = await measureLive(dataDir);
    const bytes = await measureUpload({ port: PORT, dataDir });
    await host.stop();
    return [
      { name: 'start on an empty data directory', value: cold.readyMs, unit: 'ms', goal: '' },
      { name: 'warm start', value: host.readyMs, unit: 'ms', goal: '≤ 6000' },
      { name: 'idle memory of everything (PSS)', value: memory, unit: 'MB', goal: '≤ 700' },
      ...submit,
      ...live,
      ...bytes,
    ];
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function measureSubmit(): Promise<Figure[]> {
  const accepted: number[] = [];
  const firstProgress: number[] = [];
  for (let group = 0; group < 4; group++) {
    const person = await newPerson(PORT);
    for (let round = 0; round < 15; round++) {
      const times = await submitOne(person, round);
      accepted.push(times.acceptedMs);
      firstProgress.push(times.firstProgressMs);
    }
  }
  return [
    { name: 'submit → accepted, p50', value: quantile(accepted, 0.5), unit: 'ms', goal: '' },
    { name: 'submit → accepted, p95', value: quantile(accepted, 0.95), unit: 'ms', goal: '≤ 60' },
    { name: 'submit → first progress event, p50', value: quantile(firstProgress, 0.5), unit: 'ms', goal: '≤ 150' },
  ];
}

async function submitOne(person: Person, round: number) {
  const client = person.live();
  const query = 'subscription { jobUpdates { id status step } }';
  const stream = client.iterate<{ jobUpdates: { id: string; status: string; step: number | null } }>({ query });
  // The socket and the subscription are open before the clock starts, as they are in the studio.
  const first = stream.next();
  await new Promise((resolve) => setTimeout(resolve, 150));
  const startedAt = performance.now();
  const input = { prompt: `a lighthouse, number ${round}`, seed: round, ...SMALL, steps: 4 };
  const { generateImage: job } = await person.ask<{ generateImage: { id: string } }>(GENERATE, { input });
  const acceptedMs = performance.now() - startedAt;
  let firstProgressMs = Number.NaN;
  for (let next = await first; !next.done; next = await stream.next()) {
    const update = next.value.data?.jobUpdates;
    if (update?.id !== job.id) continue;
    if (Number.isNaN(firstProgressMs) && (update.step ?? 0) >= 1) firstProgressMs = performance.now() - startedAt;
    if (['COMPLETED', 'FAILED', 'CANCELED'].includes(update.status)) break;
  }
  await stream.return?.();
  await client.dispose();
  return { acceptedMs, firstProgressMs };
}

const SUBSCRIBERS = 200;
const EVENTS = 60;

/** Progress is published on the bus as a worker does it, and timed at each of 200 clients of ten people's jobs. */
async function measureLive(dataDir: string): Promise<Figure[]> {
  const logger = createLogger({ level: 'silent' });
  const want = { postgres: true, mongo: true, s3: true };
  const stack = await acquireStack({ dataDir, want, corsOrigins: [], logger });
  const bus = createPostgresBus({ url: stack.postgresUrl('jobs'), logger });
  const latencies: number[] = [];
  const sentAt = new Map<number, number>();
  const person = await newPerson(PORT);
  const me = await person.ask<{ me: { id: string } }>('{ me { id } }');
  const input = { prompt: 'a slow picture', ...SMALL, width: 1024, height: 1024, steps: 50 };
  const { generateImage: job } = await person.ask<{ generateImage: { id: string } }>(GENERATE, { input });
  const clients = Array.from({ length: SUBSCRIBERS }, () => person.live());
  const query = 'subscription($id: ID!) { jobProgress(id: $id) { status stepsTotal step } }';
  const opened = clients.map(() => Promise.withResolvers<void>());
  const ends = clients.map((client, index) => {
    const stream = client.iterate<{ jobProgress: { step: number | null; stepsTotal: number | null } }>({
      query,
      variables: { id: job.id },
    });
    return (async () => {
      const seen = new Set<number>();
      for await (const event of stream) {
        opened[index]?.resolve();
        const { step, stepsTotal } = event.data?.jobProgress ?? {};
        const at = sentAt.get(step ?? -1);
        // A later change of the job shows the same step again; what counts is when it was first seen.
        if (stepsTotal !== 100_000 || at === undefined || seen.has(step ?? -1)) continue;
        seen.add(step ?? -1);
        latencies.push(performance.now() - at);
      }
    })();
  });
  // Every client has its first state: what is timed is a stream that stands, not two hundred being opened.
  await Promise.all(opened.map(({ promise }) => promise));
  for (let step = 1_000; step < 1_000 + EVENTS; step++) {
    sentAt.set(step, performance.now());
    const progress = { progress: 0.5, etaMs: 1_000, preview: `data:image/webp;base64,${'A'.repeat(4_000)}` };
    await bus.publish(jobProgressChannel, {
      jobId: job.id,
      ownerId: me.me.id,
      attempt: 1,
      step,
      stepsTotal: 100_000,
      ...progress,
    });
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
  await Promise.all(ends);
  for (const client of clients) await client.dispose();
  await bus.close();
  await stack.stop();
  const seen = `of ${SUBSCRIBERS} × ${EVENTS}`;
  return [
    { name: 'progress event → client, 200 subscribers, p50', value: quantile(latencies, 0.5), unit: 'ms', goal: '' },
    {
      name: 'progress event → client, 200 subscribers, p99',
      value: quantile(latencies, 0.99),
      unit: 'ms',
      goal: '≤ 30',
    },
    { name: 'progress events seen by clients', value: latencies.length, unit: seen, goal: '' },
  ];
}
