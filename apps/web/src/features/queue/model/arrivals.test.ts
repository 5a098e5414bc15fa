import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { jobOf } from '../testing/job-of.ts';
import { createArrivals } from './arrivals.ts';
import type { Job } from './job-list.ts';

describe('live news of jobs', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const listen = () => {
    const taken: (readonly Job[])[] = [];
    const arrivals = createArrivals({ take: (jobs) => taken.push(jobs), gapMs: 100, now: () => Date.now() });
    return { taken, arrivals };
  };

  it('are taken in at once after a silence, and together when they come in a crowd', () => {
    const { taken, arrivals } = listen();
    arrivals.arrive(jobOf({ id: 'a', status: 'RUNNING', progress: 0.1 }));
    expect(taken).toHaveLength(1);
    for (const progress of [0.2, 0.3, 0.4]) {
      arrivals.arrive(jobOf({ id: 'a', status: 'RUNNING', progress }));
      arrivals.arrive(jobOf({ id: 'b', status: 'RUNNING', progress }));
    }
    expect(taken).toHaveLength(1);
    vi.advanceTimersByTime(100);
    expect(taken).toHaveLength(2);
    expect(taken[1]?.map(({ id, progress }) => [id, progress])).toEqual([
      ['a', 0.4],
      ['b', 0.4],
    ]);
  });

  it('keep the preview that a later step came without, and the end that an older step followed', () => {
    const { taken, arrivals } = listen();
    arrivals.arrive(jobOf({ id: 'z' }));
    arrivals.arrive(jobOf({ id: 'a', status: 'RUNNING', progress: 0.2, preview: 'data:image/webp;base64,AA' }));
    arrivals.arrive(jobOf({ id: 'a', status: 'RUNNING', progress: 0.3, preview: null }));
    arrivals.arrive(jobOf({ id: 'b', status: 'COMPLETED', progress: 1 }));
    arrivals.arrive(jobOf({ id: 'b', status: 'RUNNING', progress: 0.9 }));
    vi.advanceTimersByTime(100);
    const [a, b] = taken[1] ?? [];
    expect(a).toMatchObject({ progress: 0.3, preview: 'data:image/webp;base64,AA' });
    expect(b?.status).toBe('COMPLETED');
  });

  it('come more rarely where drawing them takes long, so that the page has time for what the person does', () => {
    let drawnMs = 0;
    const taken: (readonly Job[])[] = [];
    const take = (jobs: readonly Job[]) => {
      taken.push(jobs);
      setTimeout(() => (drawnMs += 120), 0);
    };
    const arrivals = createArrivals({ take, gapMs: 100, now: () => Date.now() + drawnMs });
    arrivals.arrive(jobOf({ id: 'a' }));
    arrivals.arrive(jobOf({ id: 'b' }));
    vi.advanceTimersByTime(300);
    expect(taken).toHaveLength(1);
    vi.advanceTimersByTime(300);
    expect(taken.flat().map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('that still wait are taken in when nobody listens any more', () => {
    const { taken, arrivals } = listen();
    arrivals.arrive(jobOf({ id: 'a' }));
    arrivals.arrive(jobOf({ id: 'b' }));
    arrivals.stop();
    expect(taken.flat().map(({ id }) => id)).toEqual(['a', 'b']);
    vi.advanceTimersByTime(1_000);
    expect(taken).toHaveLength(2);
  });
});
