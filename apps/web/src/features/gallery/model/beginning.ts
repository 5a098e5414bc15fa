import { dayOf } from '../../../lib/days/day.ts';
import type { ImageSort, TilePartsFragment } from '../../../lib/graph/generated/graphql.ts';
import { CHUNK_PICTURES, cutChunks } from './chunks.ts';
import type { Chunk, Timeline, WayOfCutting } from './chunks.ts';

/** The first pictures of a wall, as they came before it was known how many there are. */
export interface Beginning {
  readonly pictures: readonly TilePartsFragment[];
  /** When they came, in milliseconds. */
  readonly at: number;
}

/** Whether a wall has no more pictures than these. */
export const isAll = ({ pictures }: Beginning): boolean => pictures.length < CHUNK_PICTURES;

/** Cuts the first pictures as the outline will: the same names, the same places, as far as they reach. */
export function cutBeginning(beginning: Beginning, { sort, inPages }: Omit<WayOfCutting, 'isExact'>): readonly Chunk[] {
  return cutChunks(daysOf(beginning, sort), { inPages, isExact: isAll(beginning) });
}

/** Chunks with those of their pictures that came with the first ones: what is here is not asked for again. */
export function withPictures(chunks: readonly Chunk[], { pictures, at }: Beginning): readonly Chunk[] {
  return chunks.map((chunk) => {
    const { start, count } = chunk;
    return start < pictures.length
      ? { ...chunk, begun: { pictures: pictures.slice(start, start + count), at } }
      : chunk;
  });
}

/** The days of pictures in the order they are in; their months are those of the viewer's calendar. */
function daysOf({ pictures }: Beginning, sort: ImageSort): Timeline {
  if (sort === 'LARGEST') return { days: [''], counts: [pictures.length] };
  const runs = new Map<string, number>();
  for (const { createdAt } of pictures) {
    const run = createdAt.slice(0, 10) + dayOf(new Date(createdAt)).slice(0, 7);
    runs.set(run, (runs.get(run) ?? 0) + 1);
  }
  const names = [...runs.keys()];
  return {
    days: names.map((name) => name.slice(0, 10)),
    counts: [...runs.values()],
    months: names.map((name) => name.slice(10)),
    monthDays: names.map(() => 1),
  };
}
