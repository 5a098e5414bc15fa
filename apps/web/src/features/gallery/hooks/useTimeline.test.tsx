import { act, renderHook, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ImageSort } from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/request.ts';
import { Answering } from '../../../lib/graph/testing/Answering.tsx';
import { useTimeline } from './useTimeline.ts';

vi.mock('../../../lib/graph/request.ts', () => ({ request: vi.fn() }));

/** 12 000 pictures of a search, counted in three goes: two days at a time, by the cursor that the go before gave. */
const GOES: Readonly<Record<string, object>> = {
  first: { totalCount: 5_000, days: ['2026-03-09', '2026-03-02'], counts: [3_000, 2_000], endCursor: 'second' },
  second: { totalCount: 6_000, days: ['2026-03-01', '2026-02-28'], counts: [1_000, 5_000], endCursor: 'third' },
  third: { totalCount: 1_000, days: ['2025-12-31'], counts: [1_000], endCursor: null },
};
type Asked = Record<string, unknown> & { readonly after: string | null };
const asked = () => vi.mocked(request).mock.calls.map(([, variables]) => variables as Asked);
const answers = (goes: Readonly<Record<string, object>>) =>
  vi.mocked(request).mockImplementation((_, variables) => {
    const answer = goes[(variables as Asked).after ?? 'first'];
    return answer ? Promise.resolve({ imageTimeline: answer } as never) : Promise.reject(new Error('no line'));
  });

const search = { search: 'fog' };
const wall = (sort: ImageSort = 'NEWEST', inPages = false) =>
  renderHook(() => useTimeline(search, { sort, inPages }), { wrapper: Answering }).result;
const waitForCount = (result: ReturnType<typeof wall>, total: number) =>
  waitFor(() => expect(result.current.totalCount).toBe(total), { timeout: 20_000 });

beforeEach(() => {
  vi.mocked(request).mockReset();
  answers(GOES);
});

describe('a wall of more pictures than are counted at a time', { timeout: 60_000 }, () => {
  it('goes on when its end comes near, until all are told', async () => {
    const result = wall();
    await waitForCount(result, 5_000);
    expect([result.current.isExact, result.current.countedTo]).toEqual([false, '2026-03-02']);
    act(() => result.current.reach(3));
    expect(asked()).toHaveLength(1);

    act(() => result.current.reach(result.current.chunks.length - 5));
    await waitForCount(result, 11_000);
    act(() => result.current.reach(result.current.chunks.length - 1));
    await waitForCount(result, 12_000);
    expect([result.current.isExact, result.current.countedTo]).toEqual([true, null]);
    act(() => result.current.reach(result.current.chunks.length - 1));
    expect(asked().map(({ after }) => after)).toEqual([null, 'second', 'third']);
    expect(asked()[2]).toMatchObject({ ...search, oldestFirst: false });
  });

  it('keeps the pictures it shows: those that are told later name no chunk before them anew', async () => {
    const result = wall('NEWEST', true);
    await waitForCount(result, 5_000);
    const before = result.current.chunks;
    expect(before.every(({ isWhole }) => !isWhole)).toBe(true);
    act(() => result.current.reach(before.length));
    await waitForCount(result, 11_000);
    const names = (chunks: typeof before) =>
      chunks.map(({ key, day, skip, count, daysCount }) => [key, day, skip, count, daysCount]);
    expect(names(result.current.chunks).slice(0, before.length - 1)).toEqual(names(before).slice(0, -1));
  });

  it('begins with the oldest where they come first, and has the largest in one stretch', async () => {
    const oldest = wall('OLDEST');
    await waitForCount(oldest, 5_000);
    expect(asked()[0]).toMatchObject({ oldestFirst: true });
    expect(oldest.current.chunks[0]?.day).toBe('2026-03-02');

    const largest = wall('LARGEST');
    await waitForCount(largest, 5_000);
    act(() => largest.current.reach(80));
    await waitForCount(largest, 11_000);
    expect(largest.current.chunks.at(-1)).toMatchObject({ day: '', start: 10_980, count: 20 });
  });

  it('looks on by itself where the first days have no picture', async () => {
    answers({ ...GOES, first: { totalCount: 0, days: [], counts: [], endCursor: 'third' } });
    const result = wall();
    expect(result.current.isPending).toBe(true);
    await waitForCount(result, 1_000);
    expect([result.current.isPending, result.current.isExact]).toEqual([false, true]);
  });

  it('keeps what it has when the line fails, asks no more by itself, and goes on when told to', async () => {
    answers({ first: GOES['first'] ?? {} });
    const result = wall();
    await waitForCount(result, 5_000);
    act(() => result.current.reach(80));
    await waitFor(() => expect(result.current.error).not.toBeNull(), { timeout: 20_000 });
    act(() => result.current.reach(80));
    expect([result.current.totalCount, asked().length]).toEqual([5_000, 2]);

    answers(GOES);
    act(() => result.current.retry());
    await waitForCount(result, 11_000);
    expect(result.current.error).toBeNull();
  });
});
