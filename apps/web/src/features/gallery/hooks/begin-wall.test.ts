import { QueryClient } from '@tanstack/react-query';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { WallChunkDocument, WallTimelineDocument } from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/request.ts';
import { beginWall } from './begin-wall.ts';
import { beginningQuery } from './chunk-query.ts';
import { timelineQuery } from './timeline-query.ts';

vi.mock('../../../lib/graph/request.ts', () => ({ request: vi.fn() }));

const content = { filter: {}, sort: 'NEWEST' } as const;
const OUTLINE = { totalCount: 110, days: ['2026-11-02', '2026-10-30'], counts: [10, 100], endCursor: null };
const pictures = Array.from({ length: 60 }, (_, place) => ({ node: { id: `picture-${place}` } }));

const tilesOf = (edges: typeof pictures, endCursor: string | null = null) => ({
  images: { edges, pageInfo: { hasNextPage: endCursor !== null, endCursor } },
});

let client: QueryClient;
const asked = () => vi.mocked(request).mock.calls.map(([document]) => document);
const answers = (outline: Promise<object>, tiles: Promise<object>) =>
  vi.mocked(request).mockImplementation((document) => (document === WallTimelineDocument ? outline : tiles) as never);

beforeEach(() => {
  vi.stubGlobal('devicePixelRatio', 1);
  client = new QueryClient();
  vi.mocked(request).mockReset();
  answers(Promise.resolve({ imageTimeline: OUTLINE }), Promise.resolve(tilesOf(pictures)));
});

describe('a wall that is begun before it is drawn', () => {
  it('has its outline and its first pictures asked for at the same time', async () => {
    const begun = beginWall(client, content);
    expect(asked()).toEqual([WallChunkDocument, WallTimelineDocument]);
    await begun;
    expect(client.getQueryData(beginningQuery(content).queryKey)).toHaveLength(60);
    expect(client.getQueryData(timelineQuery(content).queryKey)?.pages).toEqual([OUTLINE]);
  });

  it('leaves its first pictures to its pieces, which wait for them, where few of them were found so far', async () => {
    answers(Promise.resolve({ imageTimeline: OUTLINE }), Promise.resolve(tilesOf(pictures.slice(0, 3), 'on')));
    await beginWall(client, content);
    expect(client.getQueryData(beginningQuery(content).queryKey)).toBeNull();
    expect(asked()).toHaveLength(2);
  });

  it('leaves what did not come to the wall, which asks again', async () => {
    answers(Promise.reject(new Error('no line')), Promise.reject(new Error('no line')));
    await beginWall(client, content);
    expect(client.getQueryData(timelineQuery(content).queryKey)).toBeUndefined();
  });

  it('is not asked for when it is known', async () => {
    await beginWall(client, content);
    await beginWall(client, content);
    expect(asked()).toHaveLength(2);
  });
});
