import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { newJobState } from '../../testing/new-job.ts';
import type { JobProgress } from '../contracts.ts';
import type { Job } from '../domain/job.ts';
import { createConflatingQueue, ReaderTooSlowError } from './conflating-queue.ts';
import { createJobFeed } from './job-feed.ts';
import { createLatestProgress } from './latest-progress.ts';
import { numberOfJob } from './numbering.ts';

const queued = newJobState({ version: 1 });
const running: Job = { ...queued, status: 'RUNNING', attempt: 1, version: 2 };
const done: Job = { ...running, status: 'COMPLETED', chargedCredits: 2, version: 3 };
const progress = (step: number, attempt = 1): JobProgress => ({
  ...{ jobId: queued.id, ownerId: queued.ownerId, attempt },
  ...{ step, stepsTotal: 20, progress: step / 20, etaMs: 0 },
});

function open(endsWithJob = true) {
  const latest = createLatestProgress();
  const onClose = vi.fn();
  const feed = createJobFeed({ progressOf: latest.get, endsWithJob, numbering: numberOfJob, onClose });
  const tell = (news: JobProgress) => latest.put(news) && feed.acceptProgress(news);
  return { feed, tell, onClose };
}

async function readAll(feed: AsyncIterableIterator<{ job: Job; progress?: JobProgress }>): Promise<string[]> {
  const seen: string[] = [];
  for await (const { job, progress: news } of feed) seen.push(`${job.status}${news ? ` ${news.step}` : ''}`);
  return seen;
}

describe('a feed of one job', () => {
  it('gives every state and only the newest progress to a slow reader, then ends', async () => {
    const { feed, tell, onClose } = open();
    feed.accept(queued);
    feed.accept(running);
    for (let step = 1; step <= 20; step++) tell(progress(step));
    feed.accept(done);

    expect(await readAll(feed)).toEqual(['QUEUED', 'RUNNING 20', 'COMPLETED']);
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('gives every step to a reader that keeps up', async () => {
    const { feed, tell } = open();
    feed.accept(running);
    const seen: (number | undefined)[] = [];
    for (let step = 1; step <= 3; step++) {
      seen.push((await feed.next()).value?.progress?.step);
      tell(progress(step));
    }
    expect(seen).toEqual([undefined, 1, 2]);
  });

  it('tells how many are ahead as often as it changes, and numbers only the step, so that nobody takes it for told', async () => {
    const { feed, tell } = open();
    feed.accept(running);
    await feed.next();
    const seen: unknown[] = [];
    for (const news of [{ ahead: 4 }, { ahead: 2 }, { ahead: 1 }, {}]) {
      tell({ ...progress('ahead' in news ? 0 : 1), ...news });
      const { value } = await feed.next();
      seen.push([value?.progress?.ahead, value?.seq]);
    }

    expect(seen).toEqual([
      [4, 20_001],
      [2, null],
      [1, null],
      [undefined, 20_002],
    ]);
  });

  it('shows the state of a job once and in order, however often and in whatever order it hears of it', async () => {
    const states = [queued, running, done];
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...states), { minLength: 1, maxLength: 12 }), async (heard) => {
        const { feed } = open();
        for (const state of [...heard, done]) feed.accept(state);
        const versions: number[] = [];
        for await (const { job } of feed) versions.push(job.version);
        expect(versions).toEqual([...new Set(versions)].sort());
        expect(versions.at(-1)).toBe(done.version);
      }),
    );
  });

  it('ignores news of another run, and news that came late', async () => {
    const { feed, tell } = open();
    feed.accept({ ...running, attempt: 2, version: 5 });
    tell(progress(9, 1));
    tell(progress(3, 2));
    tell(progress(2, 2));
    feed.accept({ ...done, attempt: 2, version: 6 });

    expect(await readAll(feed)).toEqual(['RUNNING 3', 'COMPLETED']);
  });

  it('ends for a reader that waits when it is closed', async () => {
    const { feed } = open(false);
    const waiting = feed.next();
    await feed.return?.();

    expect((await waiting).done).toBe(true);
  });
});

describe('a queue before a reader that never reads', () => {
  const endless = (mayDrop: (item: { key: string }) => boolean) =>
    createConflatingQueue<{ key: string }>({
      keyOf: ({ key }) => key,
      keeps: () => true,
      mayDrop,
      max: 10,
      onClose: () => undefined,
    });

  it('keeps the newest of what may be dropped', async () => {
    const queue = endless(() => true);
    for (let n = 0; n < 100; n++) queue.push({ key: String(n) });
    queue.end();
    const left: string[] = [];
    for await (const { key } of queue) left.push(key);

    expect(left).toEqual(Array.from({ length: 10 }, (_, index) => String(90 + index)));
  });

  it('gives the reader up rather than drop what must not be dropped', async () => {
    const queue = endless(() => false);
    for (let n = 0; n < 100; n++) queue.push({ key: String(n) });

    await expect(queue.next()).rejects.toBeInstanceOf(ReaderTooSlowError);
  });
});

describe('the latest progress', () => {
  it('is bounded: what was silent longest goes first', () => {
    const latest = createLatestProgress(2);
    for (const jobId of ['a', 'b', 'a', 'c']) latest.put({ ...progress(1), jobId });

    expect(['a', 'b', 'c'].map((id) => latest.get(id)?.jobId)).toEqual(['a', undefined, 'c']);
  });
});
