import { beforeEach, expect, it, vi } from 'vitest';
import { request } from '../../../lib/graph/request.ts';
import { fetchTiles } from './chunk-query.ts';

vi.mock('../../../lib/graph/request.ts', () => ({ request: vi.fn() }));

const CONTENT = { filter: { search: 'persimmon' }, sort: 'LARGEST' } as const;
const page = (ids: readonly string[], endCursor: string | null) => ({
  images: { edges: ids.map((id) => ({ node: { id } })), pageInfo: { hasNextPage: endCursor !== null, endCursor } },
});
const asked = () =>
  vi.mocked(request).mock.calls.map(([, variables]) => {
    const { first, after, beginAt } = variables as Record<string, unknown>;
    return { first, after, beginAt };
  });

beforeEach(() => {
  vi.stubGlobal('devicePixelRatio', 1);
  vi.mocked(request).mockReset();
});

it('pictures that lie far between others are fetched page by page, however short the pages are', async () => {
  const pages = [page(['a'], 'on'), page([], 'further'), page(['b', 'c'], 'beyond')];
  for (const answer of pages) vi.mocked(request).mockResolvedValueOnce(answer);
  const beginAt = { day: '2026-11-02', skip: 4 };

  expect((await fetchTiles(CONTENT, { first: 3, beginAt })).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  expect(asked()).toEqual([
    { first: 3, after: undefined, beginAt },
    { first: 2, after: 'on', beginAt },
    { first: 2, after: 'further', beginAt },
  ]);
});

it('a wall that has fewer than were told is as long as it is', async () => {
  vi.mocked(request).mockResolvedValueOnce(page(['a'], null));

  expect(await fetchTiles(CONTENT, { first: 3, beginAt: null })).toHaveLength(1);
  expect(asked()).toHaveLength(1);
});
