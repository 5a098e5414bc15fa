import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPacer } from './pacer.ts';

describe('the one voice for all jobs', () => {
  const said: string[] = [];
  let pacer: ReturnType<typeof createPacer>;
  const progress = (jobId: string, sentence: string) => pacer.tell({ jobId, isEnd: false, sentence });
  const end = (jobId: string, sentence: string) => pacer.tell({ jobId, isEnd: true, sentence });

  beforeEach(() => {
    vi.useFakeTimers();
    said.length = 0;
    pacer = createPacer({ say: (sentence) => said.push(sentence), summary: (count) => `${count} jobs`, gapMs: 2_500 });
  });

  afterEach(() => {
    pacer.stop();
    vi.useRealTimers();
  });

  it('speaks at once after a silence', () => {
    progress('a', 'a: 10 percent');
    expect(said).toEqual(['a: 10 percent']);
  });

  it('then waits, and of one job says only the latest', () => {
    progress('a', 'a: 10 percent');
    progress('a', 'a: 20 percent');
    progress('a', 'a: 30 percent');
    vi.advanceTimersByTime(2_500);
    expect(said).toEqual(['a: 10 percent', 'a: 30 percent']);
  });

  it('never loses an end, not even to news that came later by another way', () => {
    progress('a', 'a: 90 percent');
    end('a', 'a is ready');
    progress('a', 'a: 95 percent');
    progress('b', 'b: 10 percent');
    vi.advanceTimersByTime(2_500);
    expect(said.at(-1)).toBe('a is ready');
  });

  it('says one sentence for twenty jobs', () => {
    progress('first', 'first: 10 percent');
    for (let job = 0; job < 20; job += 1) progress(`job-${job}`, `job ${job}: 10 percent`);
    vi.advanceTimersByTime(60_000);
    expect(said).toEqual(['first: 10 percent', '20 jobs']);
  });
});
