import { describe, expect, it } from 'vitest';
import { jobOf } from '../../queue/testing/job-of.ts';
import { noticesOf, seenWith } from './notices.ts';

const ended = (id: string, minute: number, status: 'COMPLETED' | 'FAILED' | 'CANCELED' = 'COMPLETED') =>
  jobOf({ id, status, finishedAt: `2026-11-21T12:${String(minute).padStart(2, '0')}:00.000Z` });

describe('what a person is told of', () => {
  const jobs = [
    jobOf({ id: 'runs', status: 'RUNNING' }),
    ended('a', 1),
    ended('b', 3, 'FAILED'),
    ended('c', 2, 'CANCELED'),
  ];

  it('is what finished or failed, the latest first; not what they stopped themselves', () => {
    expect(noticesOf(jobs, '').map(({ job }) => job.id)).toEqual(['b', 'a']);
  });

  it('is new until they have looked, and stays read after that', () => {
    const before = noticesOf(jobs, '');
    expect(before.every(({ isNew }) => isNew)).toBe(true);
    const seen = seenWith(before, '');
    expect(noticesOf(jobs, seen).some(({ isNew }) => isNew)).toBe(false);
    const later = noticesOf([...jobs, ended('d', 9)], seen);
    expect(later.filter(({ isNew }) => isNew).map(({ job }) => job.id)).toEqual(['d']);
  });

  it('never unreads what was seen when the list is empty for a moment', () => {
    expect(seenWith([], '2026-11-21T12:03:00.000Z')).toBe('2026-11-21T12:03:00.000Z');
  });
});
