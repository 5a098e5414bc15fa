import { describe, expect, it } from 'vitest';
import { countedTo, goOnFrom } from './beyond.ts';

const page = (...days: string[]) => ({ days, counts: days.map(() => 1) });
const PAGES = [page('2026-03-09', '2026-03-02'), page('2026-03-01', '2026-02-28'), page()];

describe('the day a wall is counted to', () => {
  it('is the earliest of the last days that came, the latest where the oldest come first', () => {
    expect(countedTo(PAGES, 'NEWEST')).toBe('2026-02-28');
    expect(countedTo([page('2024-02-02', '2024-02-01'), page('2024-02-09', '2024-02-05')], 'OLDEST')).toBe(
      '2024-02-09',
    );
  });

  it('is none where the largest come first, and where there is no day', () => {
    expect(countedTo(PAGES, 'LARGEST')).toBeNull();
    expect(countedTo([page()], 'NEWEST')).toBeNull();
  });
});

describe('a wall that goes on from there', () => {
  it('ends with that day, or begins with it, with all else that was asked for', () => {
    expect(goOnFrom({ search: 'fog', page: 167 }, '2026-02-28')).toEqual({ search: 'fog', to: '2026-02-28', page: 1 });
    expect(goOnFrom({ search: 'fog', from: '2025-01-01', to: '2026-06-01' }, '2026-02-28')).toEqual({
      ...{ search: 'fog', from: '2025-01-01', to: '2026-02-28' },
    });
    expect(goOnFrom({ sort: 'OLDEST', to: '2026-06-01' }, '2026-02-28')).toEqual({
      ...{ sort: 'OLDEST', from: '2026-02-28', to: '2026-06-01' },
    });
  });

  it('goes a day further where one day alone is more than is counted at a time', () => {
    expect(goOnFrom({ to: '2026-03-01' }, '2026-03-01')).toEqual({ to: '2026-02-28' });
    expect(goOnFrom({ sort: 'OLDEST', from: '2026-02-28' }, '2026-02-28')).toEqual({
      sort: 'OLDEST',
      from: '2026-03-01',
    });
  });

  it('is none where there are no more days', () => {
    expect(goOnFrom({ from: '2026-03-01', to: '2026-03-01' }, '2026-03-01')).toBeNull();
  });
});
