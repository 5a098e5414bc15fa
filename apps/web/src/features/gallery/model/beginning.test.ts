import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TilePartsFragment } from '../../../lib/graph/generated/graphql.ts';
import { cutBeginning, withPictures } from './beginning.ts';
import { CHUNK_PICTURES, cutTimeline } from './chunks.ts';
import type { Chunk } from './chunks.ts';

const DAYS = ['2026-11-30', '2026-11-02', '2026-10-15', '2026-10-14', '2025-12-31'];
const counts = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: DAYS.length, maxLength: DAYS.length });
const wayOf = fc.record({
  sort: fc.constantFrom('NEWEST' as const, 'OLDEST' as const, 'LARGEST' as const),
  inPages: fc.boolean(),
});

const picture = (id: string, day: string): TilePartsFragment => ({
  ...{ __typename: 'Image', id, thumbnailUrl: '/a.webp', thumbhash: '', width: 3, height: 2, title: null },
  ...{ prompt: null, starred: false, createdAt: `${day}T12:00:00.000Z` },
});

/** All pictures of a timeline, newest first. */
const unrolled = (given: readonly number[]) =>
  DAYS.flatMap((day, at) => Array.from({ length: given[at] ?? 0 }, (_, n) => picture(`${day}/${n}`, day)));

const named = ({ key, month, day, skip, start, isFirst }: Chunk) => [key, month, day, skip, start, isFirst];

describe('the first pictures of a wall', () => {
  it('are cut as the outline cuts them, so that nothing moves when it comes', () => {
    fc.assert(
      fc.property(counts, wayOf, (given, way) => {
        const all = way.sort === 'OLDEST' ? unrolled(given).toReversed() : unrolled(given);
        const beginning = { pictures: all.slice(0, CHUNK_PICTURES), at: 1 };
        const early = cutBeginning(beginning, way);
        const isAll = all.length < CHUNK_PICTURES;
        const told = cutTimeline([{ days: DAYS, counts: given }], { ...way, isExact: true });

        expect(early.map(named)).toEqual(told.slice(0, early.length).map(named));
        expect(early.at(-1)?.isWhole).toBe(isAll);
        if (isAll) expect(early).toEqual(told);
        const drawn = withPictures(told, beginning).flatMap(({ begun }) => begun?.pictures ?? []);
        expect(drawn.slice(0, CHUNK_PICTURES)).toEqual(beginning.pictures);
      }),
    );
  });

  it('are none of an empty wall', () => {
    for (const sort of ['NEWEST', 'LARGEST'] as const)
      expect(cutBeginning({ pictures: [], at: 1 }, { sort, inPages: false })).toEqual([]);
  });
});
