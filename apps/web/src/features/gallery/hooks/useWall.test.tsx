import { act, renderHook, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { WallTimelineDocument } from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/request.ts';
import { Answering } from '../../../lib/graph/testing/Answering.tsx';
import type { WallFilter } from '../model/wall-filter.ts';
import { useWall } from './useWall.ts';

vi.mock('../../../lib/graph/request.ts', () => ({ request: vi.fn() }));

const DAY = '2026-11-02';
const picturesOf = (search: string, count: number) => ({
  images: {
    edges: Array.from({ length: count }, (_, n) => ({ node: { id: `${search}-${n}`, createdAt: `${DAY}T12:00:00Z` } })),
    pageInfo: { hasNextPage: false, endCursor: null },
  },
});
const outlineOf = (count: number) => ({
  imageTimeline: {
    totalCount: count,
    endCursor: null,
    days: count === 0 ? [] : [DAY],
    counts: count === 0 ? [] : [count],
  },
});

interface Answer {
  readonly outline: PromiseWithResolvers<object>;
  readonly pictures: PromiseWithResolvers<object>;
}
let answers: Record<string, Answer>;

beforeEach(() => {
  answers = {};
  vi.stubGlobal('devicePixelRatio', 1);
  vi.mocked(request).mockReset();
  vi.mocked(request).mockImplementation((document, variables) => {
    const answer = answerTo((variables as { readonly search: string }).search);
    return ((document as unknown) === WallTimelineDocument ? answer.outline : answer.pictures).promise as never;
  });
});

const answerTo = (search: string): Answer =>
  (answers[search] ??= { outline: Promise.withResolvers(), pictures: Promise.withResolvers() });

const FILTERS: Readonly<Record<string, WallFilter>> = { fog: { search: 'fog' }, sea: { search: 'sea' } };
interface Asked {
  readonly words: string;
  readonly page?: number;
}
const wall = (asked: Asked) =>
  renderHook(({ words, page }: Asked) => useWall({ filter: FILTERS[words] ?? {}, sort: 'NEWEST', page }), {
    wrapper: Answering,
    initialProps: asked,
  });
const come = (promise: PromiseWithResolvers<object>, answer: object) =>
  act(async () => {
    promise.resolve(answer);
    await promise.promise;
  });
const shownBy = ({ content, chunks }: ReturnType<typeof useWall>) => [
  content.filter.search,
  ...chunks.map(({ key, count, begun }) => `${key} ${count} ${begun?.pictures.length ?? 0}`),
];

describe('a wall whose outline takes its time', () => {
  it('shows its first pictures before, and goes on from them when it is told', async () => {
    const { result } = wall({ words: 'fog' });
    expect(result.current.isPending).toBe(true);
    await come(answerTo('fog').pictures, picturesOf('fog', 60));
    await waitFor(() => expect(shownBy(result.current)).toEqual(['fog', '2026-11/0 60 60']));
    expect([result.current.isPending, result.current.totalCount, result.current.isExact]).toEqual([false, null, false]);

    await come(answerTo('fog').outline, outlineOf(130));
    await waitFor(() => expect(result.current.totalCount).toBe(130));
    expect(shownBy(result.current)).toEqual(['fog', '2026-11/0 60 60', '2026-11/1 60 0', '2026-11/2 10 0']);
    expect(request).toHaveBeenCalledTimes(2);
  });

  it('is known to the last picture where the first ones are all', async () => {
    const { result } = wall({ words: 'fog' });
    await come(answerTo('fog').pictures, picturesOf('fog', 7));
    await waitFor(() => expect(shownBy(result.current)).toEqual(['fog', '2026-11/0 7 7']));
    expect([result.current.totalCount, result.current.isExact]).toEqual([7, true]);
  });

  it('is known to be empty', async () => {
    const { result } = wall({ words: 'fog' });
    await come(answerTo('fog').pictures, picturesOf('fog', 0));
    await waitFor(() => expect(result.current.totalCount).toBe(0));
  });

  it('told before its pictures are here waits for them, and asks for none of them twice', async () => {
    const { result } = wall({ words: 'fog' });
    await come(answerTo('fog').outline, outlineOf(130));
    expect(result.current.isPending).toBe(true);
    await come(answerTo('fog').pictures, picturesOf('fog', 60));
    await waitFor(() => expect(shownBy(result.current)[1]).toBe('2026-11/0 60 60'));
  });

  it('is drawn from its outline where the first pictures do not come', async () => {
    const { result } = wall({ words: 'fog' });
    await act(async () => {
      answerTo('fog').pictures.reject(new Error('no line'));
      await Promise.resolve();
    });
    await come(answerTo('fog').outline, outlineOf(50));
    await waitFor(() => expect(shownBy(result.current)).toEqual(['fog', '2026-11/0 50 0']));
  });

  it('keeps its pictures and says so where the outline does not come', async () => {
    const { result } = wall({ words: 'fog' });
    await come(answerTo('fog').pictures, picturesOf('fog', 60));
    await act(async () => {
      answerTo('fog').outline.reject(new Error('no line'));
      await Promise.resolve();
    });
    await waitFor(() => expect(result.current.error).not.toBeNull());
    expect(shownBy(result.current)).toEqual(['fog', '2026-11/0 60 60']);
  });

  it('leaves the wall before it in its place until something of it is here', async () => {
    const { result, rerender } = wall({ words: 'fog' });
    await come(answerTo('fog').pictures, picturesOf('fog', 7));
    await come(answerTo('fog').outline, outlineOf(7));
    await waitFor(() => expect(result.current.totalCount).toBe(7));

    rerender({ words: 'sea' });
    expect([...shownBy(result.current), result.current.isPending]).toEqual(['fog', '2026-11/0 7 7', false]);
    expect(result.current.isBehind).toBe(true);
    await come(answerTo('sea').pictures, picturesOf('sea', 60));
    await waitFor(() => expect(shownBy(result.current)).toEqual(['sea', '2026-11/0 60 60']));
    expect(result.current.isBehind).toBe(false);
  });

  it('opened at a later page waits for its outline, which tells where that is', async () => {
    const { result } = wall({ words: 'fog', page: 3 });
    expect(request).toHaveBeenCalledTimes(1);
    await come(answerTo('fog').outline, outlineOf(130));
    await waitFor(() => expect(result.current.chunks).toHaveLength(3));
    expect(result.current.page).toBe(3);
  });
});
