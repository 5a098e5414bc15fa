import type { DaySpan } from '@modu/subgraph';
import type { ImageFilter } from '../domain/image-filter.ts';
import { isWhole, SIZE_STEPS } from '../domain/image-filter.ts';
import { calendarDays } from './calendar-days.ts';
import type { GalleryDatabase } from './database.ts';
import { Prisma } from './generated/client.ts';
import { allOf, conditionsOf, whereOf, wordsOf } from './image-where.ts';
import { splitFilter } from './image-path.ts';
import { readDays, timelineOfAll, timelineOfFirst } from './image-timeline.ts';
import type { Counting, Timeline } from './image-timeline.ts';
import type { Cut, DayCount } from '../domain/month-parts.ts';
import { countParts } from './count-parts.ts';
import { keptDays, keptTotal, PIXELS } from './kept-days.ts';

export type FacetKind = 'model' | 'shape' | 'tag' | 'board' | 'size' | 'starred';

export interface FacetCount {
  readonly kind: FacetKind;
  readonly value: string;
  readonly count: number;
}

export interface Facets {
  readonly counts: readonly FacetCount[];
  /** The pictures that were looked at. */
  readonly matches: number;
}

interface Counted {
  readonly ownerId: string;
  readonly filter: ImageFilter;
  readonly near?: boolean;
  /** Of the timeline: counts from the oldest on. */
  readonly oldestFirst?: boolean;
}

/** Answers "how many" without reading a million rows: from the kept counts where they can tell, else from so many matches. */
export interface CountStore {
  /** `undefined` when the kept counts can't tell. */
  total(counted: Counted): Promise<number | undefined>;
  /** All of up to `max` matches, or however many there are where the kept counts can tell; of more the first days. */
  timeline(counted: Counted, max: number): Promise<Timeline>;
  /** How many matches each of these parts of days holds. */
  parts(counted: Counted, cuts: readonly Cut[]): Promise<number[]>;
  /** What the days of a span brought and is kept, oldest day first. */
  daysBetween(ownerId: string, span: DaySpan): Promise<DayCount[]>;
  /** Of all pictures, of which boards tell their own counts, or of at most `max` that match the filter. */
  facets(counted: Counted, max: number): Promise<Facets>;
}

const TAGS_MAX = 50;
const STEPS = Prisma.sql`unnest(${[...SIZE_STEPS]}::int[]) AS step`;

export function createCountStore(database: GalleryDatabase): CountStore {
  return {
    total: (counted) => keptTotal(counted, database),
    timeline: async (counted, max) => {
      const kept = keptDays(counted);
      if (kept) return { days: await readDays(kept, database), endsAt: null };
      const counting = await countingOf(counted, database);
      return (await timelineOfAll(counting, { database, max })) ?? timelineOfFirst(counting, { database, max });
    },
    parts: async (counted, cuts) => {
      const isIndexed = keptDays(counted) !== undefined;
      return countParts(cuts, { matches: await matchesOf(counted, database), isIndexed }, database);
    },
    daysBetween: (ownerId, span) => database.$queryRaw<DayCount[]>(calendarDays(ownerId, span)),
    facets: async (counted, max) => {
      const statement = isWhole(counted.filter)
        ? keptFacets(counted.ownerId)
        : facetsOfMatches(await matchesOf(counted, database), max);
      const rows = await database.$queryRaw<{ kind: FacetKind | 'matches'; value: string; count: bigint }[]>(statement);
      const facets = rows.map(({ kind, value, count }) => ({ kind, value, count: Number(count) }));
      return {
        counts: facets.filter((facet) => facet.kind !== 'matches') as FacetCount[],
        matches: facets.find(({ kind }) => kind === 'matches')?.count ?? 0,
      };
    },
  };
}

async function countingOf(
  { ownerId, filter, near = false, oldestFirst = false }: Counted,
  database: GalleryDatabase,
): Promise<Counting> {
  const { indexed, looked } = splitFilter(filter, oldestFirst ? 'OLDEST' : 'NEWEST');
  const { starred, ...found } = looked;
  const words = filter.search ? await wordsOf(filter.search, { ownerId, database, near }) : { found: [], looked: [] };
  return {
    list: whereOf(ownerId, indexed),
    found: allOf([...conditionsOf(found), ...words.found]),
    // Stars that are not asked for with their own index are asked for by their absence, which has none.
    looked: allOf([...conditionsOf(starred === undefined ? {} : { starred }), ...words.looked]),
    oldestFirst,
  };
}

async function matchesOf({ ownerId, filter, near = false }: Counted, database: GalleryDatabase): Promise<Prisma.Sql> {
  const where = whereOf(ownerId, filter);
  if (!filter.search) return where;
  const { found, looked } = await wordsOf(filter.search, { ownerId, database, near });
  return allOf([where, ...found, ...looked]);
}

function keptFacets(ownerId: string): Prisma.Sql {
  return Prisma.sql`SELECT kind, value, images AS count FROM (
      SELECT kind, value, images, row_number() OVER (PARTITION BY kind ORDER BY images DESC, value) AS place
      FROM image_facets WHERE owner_id = ${ownerId} AND images > 0) AS facets
    WHERE place <= ${TAGS_MAX}
    UNION ALL SELECT 'size', step::text, sum(images) FROM image_facet_days JOIN ${STEPS} ON ${PIXELS} >= step
      WHERE owner_id = ${ownerId} AND kind = 'pixels' AND images > 0 GROUP BY 2
    UNION ALL SELECT 'starred', 'true', sum(starred) FROM image_days WHERE owner_id = ${ownerId} HAVING sum(starred) > 0
    ORDER BY kind, count DESC, value`;
}

function facetsOfMatches(matches: Prisma.Sql, max: number): Prisma.Sql {
  return Prisma.sql`WITH hits AS MATERIALIZED (
      SELECT id, model_id, image_shape(width, height) AS shape, width * height AS pixels, tags, starred FROM images WHERE ${matches} LIMIT ${max}),
    facets AS (
      SELECT 'model' AS kind, model_id AS value, count(*) AS count FROM hits WHERE model_id IS NOT NULL GROUP BY 2
      UNION ALL SELECT 'shape', shape, count(*) FROM hits GROUP BY 2
      UNION ALL SELECT 'size', step::text, count(*) FROM hits JOIN ${STEPS} ON pixels >= step GROUP BY 2
      UNION ALL SELECT 'starred', 'true', count(*) FROM hits WHERE starred HAVING count(*) > 0
      UNION ALL SELECT 'board', board_id::text, count(*) FROM hits JOIN board_images ON image_id = hits.id GROUP BY 2
      UNION ALL SELECT 'matches', '', count(*) FROM hits
      UNION ALL (SELECT 'tag', tag, count(*) FROM hits, unnest(tags) AS tag GROUP BY 2 ORDER BY 3 DESC, 2 LIMIT ${TAGS_MAX}))
    SELECT kind, value, count FROM facets ORDER BY kind, count DESC, value`;
}
