import { sharedReading } from '@modu/module';
import { Gauge, Registry } from 'prom-client';
import { readLately, readTiers } from '../store/queue-reads.ts';
import type { LatelyCounts, TierCounts } from '../store/queue-reads.ts';
import type { JobsDesk } from './jobs-desk.ts';

interface Reading {
  readonly tiers: readonly TierCounts[];
  readonly lately: LatelyCounts;
  readonly slots: ReadonlyMap<string, number>;
  readonly dead: ReadonlyMap<string, number>;
}

/** What one gauge shows of a reading: label values and the figure; what was not measured is left out. */
type Samples = (reading: Reading) => readonly (readonly [labelValue: string, figure: number | null])[];

const FRESH_MS = 500;

/** The queue for Prometheus: read from the database when asked, so any process may be asked and all say the same. */
export function queueMetrics(desk: Pick<JobsDesk, 'database' | 'queue'>): Registry {
  const registry = new Registry();
  const read = readAtMost(desk);
  const gauge = (name: string, { help, label, samples }: { help: string; label: string; samples: Samples }) =>
    new Gauge({
      name: `modu_jobs_${name}`,
      help,
      labelNames: [label],
      registers: [registry],
      async collect() {
        this.reset();
        for (const [value, figure] of samples(await read())) if (figure !== null) this.set({ [label]: value }, figure);
      },
    });
  const perTier =
    (figureOf: (tier: TierCounts) => number): Samples =>
    ({ tiers }) =>
      tiers.map((tier) => [tier.tier.toLowerCase(), figureOf(tier)]);

  gauge('queued', { help: 'Jobs that wait, by tier.', label: 'tier', samples: perTier(({ depth }) => depth) });
  gauge('running', { help: 'Jobs that run, by tier.', label: 'tier', samples: perTier(({ running }) => running) });
  gauge('oldest_wait_seconds', {
    help: 'How long the first job of a tier has waited.',
    label: 'tier',
    samples: perTier(({ oldestWaitMs }) => oldestWaitMs / 1_000),
  });
  gauge('ended_last_hour', {
    help: 'Jobs that ended within the last hour, by how.',
    label: 'status',
    samples: ({ lately }) => [
      ['completed', lately.completed],
      ['failed', lately.failed],
      ['canceled', lately.canceled],
    ],
  });
  gauge('wait_error_seconds', {
    help: 'How far waits of the last hour were from what was promised.',
    label: 'quantile',
    samples: ({ lately }) => [
      ['0.5', inSeconds(lately.waitErrorMsP50)],
      ['0.95', inSeconds(lately.waitErrorMsP95)],
    ],
  });
  gauge('eta_error_ratio', {
    help: 'How far ends of the last hour were from what was promised, as a share of it.',
    label: 'quantile',
    samples: ({ lately }) => [
      ['0.5', lately.etaErrorShareP50],
      ['0.95', lately.etaErrorShareP95],
    ],
  });
  gauge('worker_slots', { help: 'How many tasks can run at once.', label: 'task', samples: ({ slots }) => [...slots] });
  gauge('dead_tasks', {
    help: 'Tasks whose runs are all used up, and that are kept.',
    label: 'task',
    samples: ({ dead }) => [...dead],
  });
  return registry;
}

/** One reading serves all gauges of a scrape. */
function readAtMost({ database, queue }: Pick<JobsDesk, 'database' | 'queue'>): () => Promise<Reading> {
  return sharedReading(FRESH_MS, async () => {
    const { pool } = database;
    const reads = [readTiers(pool), readLately(pool), queue.workers(), queue.dead()] as const;
    const [tiers, lately, workers, dead] = await Promise.all(reads);
    const slots = new Map<string, number>();
    for (const worker of workers) slots.set(worker.task, (slots.get(worker.task) ?? 0) + worker.slots);
    return { tiers, lately, slots, dead };
  });
}

function inSeconds(ms: number | null): number | null {
  return ms === null ? null : ms / 1_000;
}
