import { isRefusal } from '@modu/errors';
import { createId } from '@modu/ids';
import { describe, expect, it } from 'vitest';
import { encodeCursor } from './page.ts';
import { pageByTime } from './time-page.ts';
import type { TimePlace } from './time-page.ts';

const rows = Array.from({ length: 5 }, (_, at) => ({ createdAt: new Date(2026, 0, 9 - at), id: createId() }));
/** As a table answers. */
const list = ({ take, after }: { take: number; after?: TimePlace }) =>
  Promise.resolve(rows.filter(({ createdAt }) => !after || createdAt < after.createdAt).slice(0, take));

describe('a list by time', () => {
  it('is turned page by page, each row once', async () => {
    const seen: string[] = [];
    for (let after: string | null = null; ;) {
      const shown: Awaited<ReturnType<typeof pageByTime<TimePlace>>> = await pageByTime({ first: 2, after }, list);
      if (isRefusal(shown)) throw new Error(shown.reason);
      seen.push(...shown.edges.map(({ node }) => node.id));
      if (!shown.pageInfo.hasNextPage) break;
      after = shown.pageInfo.endCursor;
    }

    expect(seen).toEqual(rows.map(({ id }) => id));
  });

  it.each([[['x', createId()]], [[1, 'x']], [[8.7e15, createId()]], [[]]])('refuses the cursor %j', async (parts) => {
    const refused = await pageByTime({ after: encodeCursor(parts as string[]) }, list);

    expect(refused).toMatchObject({ reason: 'page.cursor', path: ['after'] });
  });
});
