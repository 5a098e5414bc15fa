import { createLogger } from '@modu/logger';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newJobState } from '../../testing/new-job.ts';
import type { Job } from '../domain/job.ts';
import { createJobFeed } from './job-feed.ts';
import { numberOfOwner } from './numbering.ts';
import { createOwnerFeed } from './owner-feed.ts';

const logger = createLogger({ level: 'silent' });
const ownerId = 'person-1';

/** The database of one person's jobs: each job's newest state, and how many changes there were. */
function books() {
  const jobs = new Map<string, Job>();
  let last = 0;
  return {
    change: (id: string): Job => {
      last += 1;
      const version = (jobs.get(id)?.version ?? 0) + 1;
      const job = newJobState({ id, ownerId, version, change: last, status: version > 1 ? 'RUNNING' : 'QUEUED' });
      jobs.set(id, job);
      return job;
    },
    newest: () => [...jobs.values()].map(({ id, version }) => `${id} ${version}`).sort(),
    listChanged: ({ after, take }: { after: number; take: number }) =>
      Promise.resolve(
        [...jobs.values()]
          .filter(({ change }) => change > after)
          .sort((one, other) => one.change - other.change)
          .slice(0, take),
      ),
  };
}

type Happening = { readonly job: number; readonly message: 'arrives' | 'late' | 'lost' } | 'cut';

const happening = fc.oneof(
  { weight: 8, arbitrary: fc.record({ job: fc.nat(4), message: fc.constantFrom('arrives', 'late', 'lost') }) },
  { weight: 1, arbitrary: fc.constant('cut' as const) },
);

it('a person hears the newest of every job in order and once, whatever messages are late or lost and whenever the stream is cut', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 5, maxLength: 60 }), async (story) => {
      const { change, newest, listChanged } = books();
      const seen: { readonly key: string; readonly seq: number }[] = [];
      const open = async (after: number) => {
        const feed = createJobFeed({
          progressOf: () => undefined,
          endsWithJob: false,
          numbering: numberOfOwner,
          onClose: () => undefined,
        });
        const reads = { listChanged, listByIds: () => Promise.resolve([]) };
        const owner = createOwnerFeed({ ownerId, feed, reads, logger });
        owner.begin({ shown: [], after });
        const reading = (async () => {
          for await (const { job, seq } of owner) seen.push({ key: `${job.id} ${job.version}`, seq: seq ?? -1 });
        })();
        return { owner, reading };
      };
      const close = async ({ owner, reading }: Awaited<ReturnType<typeof open>>) => {
        await owner.return?.();
        await reading;
      };
      let stream = await open(0);
      const late: Job[] = [];
      for (const one of story as readonly Happening[]) {
        if (one === 'cut') {
          await close(stream);
          stream = await open(seen.at(-1)?.seq ?? 0);
          continue;
        }
        const job = change(`job-${one.job}`);
        if (one.message === 'late') late.push(job);
        if (one.message === 'arrives') stream.owner.accept(job);
        if (one.message === 'arrives') for (const older of late.splice(0)) stream.owner.accept(older);
        await Promise.resolve();
      }
      // What was lost is found by the next comparison with the database.
      for (const job of await listChanged({ after: 0, take: 100 })) stream.owner.accept(job);
      await new Promise((resolve) => setImmediate(resolve));
      await close(stream);

      const numbers = seen.map(({ seq }) => seq);
      expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
      expect(new Set(numbers).size).toBe(numbers.length);
      const shown = new Set(seen.map(({ key }) => key));
      expect(newest().filter((key) => !shown.has(key))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

describe('a person with more jobs than wait for any reader', () => {
  const MANY = 1_020;
  const open = ({ shown, after }: { shown: readonly string[]; after: number }, jobs: readonly Job[]) => {
    const feed = createJobFeed({
      progressOf: () => undefined,
      endsWithJob: false,
      numbering: numberOfOwner,
      onClose: () => undefined,
    });
    const reads = {
      listByIds: (ids: readonly string[]) => Promise.resolve(jobs.filter(({ id }) => ids.includes(id))),
      listChanged: (query: { after: number; take: number }) =>
        Promise.resolve(jobs.filter(({ change }) => change > query.after).slice(0, query.take)),
    };
    const owner = createOwnerFeed({ ownerId, feed, reads, logger });
    owner.begin({ shown, after });
    return owner;
  };
  const many = (status: 'QUEUED' | 'CANCELED') =>
    Array.from({ length: MANY }, (_, n) => newJobState({ id: `job-${n}`, ownerId, change: n + 1, status }));
  const read = async (stream: AsyncIterableIterator<{ readonly seq?: number | null }>, count: number) => {
    const seen: unknown[] = [];
    while (seen.length < count) seen.push((await stream.next()).value?.seq);
    return seen;
  };
  const all = Array.from({ length: MANY }, (_, n) => n + 1);

  it('hears after a pause of every end and of every other change, though they read only later', async () => {
    for (const status of ['QUEUED', 'CANCELED'] as const) {
      const stream = open({ shown: [], after: 0 }, many(status));
      await new Promise((resolve) => setImmediate(resolve));

      expect(await read(stream, MANY)).toEqual(all);
    }
  });

  it('sees all of them to begin with', async () => {
    const jobs = many('QUEUED');

    expect(await read(open({ shown: jobs.map(({ id }) => id), after: MANY }, jobs), MANY)).toEqual(all);
  });

  it('misses nothing of what happens while they do not read', async () => {
    const jobs: Job[] = [];
    const stream = open({ shown: [], after: 0 }, jobs);
    for (const job of many('QUEUED')) {
      jobs.push(job);
      stream.accept(job);
    }

    expect(await read(stream, MANY)).toEqual(all);
  });
});
