import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GENERATE, newPerson } from './person.ts';
import type { Person } from './person.ts';
import { startHostProcess } from './host-process.ts';
import { benchLive } from './live.ts';
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
    const live = await benchLive({ port: PORT, dataDir });
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
    if (['FAILED', 'CANCELED'].includes(update.status)) throw new Error(`A job that is measured was ${update.status}.`);
    if (update.status === 'COMPLETED') break;
  }
  if (Number.isNaN(firstProgressMs)) throw new Error('A job was done, and none of its steps was told.');
  await stream.return?.();
  await client.dispose();
  return { acceptedMs, firstProgressMs };
}
