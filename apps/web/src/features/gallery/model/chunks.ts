import type { ImageSort } from '../../../lib/graph/generated/graphql.ts';
import type { Beginning } from './beginning.ts';

/** How many pictures each day (UTC) holds, newest first, in two columns; a day of two months is there twice. */
export interface Timeline {
  readonly days: readonly string[];
  readonly counts: readonly number[];
  /** The viewer's months, and how many of `days` each has; those of the days themselves where they are not told. */
  readonly months?: readonly string[];
  readonly monthDays?: readonly number[];
}

/** A piece of the wall that is fetched and laid out by itself: pictures of one month. */
export interface Chunk {
  /** `2026-11/2`: stays the same when other months change. */
  readonly key: string;
  /** `2026-11`; empty where the wall is not cut by months. */
  readonly month: string;
  /** Pictures of the month, as far as they are counted. */
  readonly monthCount: number;
  /** Whether the whole month is counted. */
  readonly isWhole: boolean;
  /** Pictures of its days, part of what names the content: a new one moves the others. 0 where no days are known. */
  readonly daysCount: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** Where it begins on the server: a day, and pictures to pass over in it. */
  readonly day: string;
  readonly skip: number;
  readonly count: number;
  /** Place of its first picture among all. */
  readonly start: number;
  /** Its pictures, or the first of them, where they came with the first of the wall. */
  readonly begun?: Beginning;
}

export const CHUNK_PICTURES = 60;

/** Stands where none has come yet; nothing is asked for it. */
export const NO_CHUNK: Chunk = {
  ...{ key: '', month: '', monthCount: 0, isWhole: true, daysCount: 0, isFirst: false, isLast: false },
  ...{ day: '', skip: 0, count: 1, start: 0 },
};

/**
 * Cuts a timeline into chunks of at most 60 pictures, each of one month, or one after another whatever their month: then each is a page.
 * `days` may run either way, and more may follow those that are known (`isExact`);  chunks come in its order. A million pictures are some 17 000 chunks; no picture is looked at.
 */
export function cutChunks(
  { days, counts, ...told }: Timeline,
  { inPages = false, isExact = true }: { readonly inPages?: boolean; readonly isExact?: boolean } = {},
): readonly Chunk[] {
  const monthOf = inPages ? () => '' : monthsBy({ days, ...told });
  const passed = passedBefore(days, counts);
  const chunks: Chunk[] = [];
  let start = 0;
  for (let from = 0; from < days.length;) {
    const month = monthOf(from);
    let to = from;
    let monthCount = 0;
    while (to < days.length && monthOf(to) === month) monthCount += counts[to++] ?? 0;
    const isWhole = isExact || to < days.length;
    let day = from;
    let skip = 0;
    for (let done = 0, part = 0; done < monthCount; part++) {
      const count = Math.min(CHUNK_PICTURES, monthCount - done);
      const place = { day: days[day] ?? '', skip: skip + (passed[day] ?? 0), count, start: start + done };
      const firstDay = day;
      done += count;
      skip += count;
      while (day < to && skip >= (counts[day] ?? 0)) skip -= counts[day++] ?? 0;
      const ofDays = counts.slice(firstDay, skip > 0 ? day + 1 : day);
      chunks.push({
        ...{ key: `${month}/${part}`, month, monthCount, isWhole, isFirst: part === 0, ...place },
        daysCount: place.day === '' ? 0 : ofDays.reduce((sum, one) => sum + one, 0),
        isLast: isWhole && done === monthCount,
      });
    }
    start += monthCount;
    from = to;
  }
  return chunks;
}

/** The month of each entry. */
function monthsBy({ days, months, monthDays }: Omit<Timeline, 'counts'>): (entry: number) => string {
  const ofEntries = months?.flatMap((month, at) => Array.from({ length: monthDays?.[at] ?? 0 }, () => month));
  return (entry) => ofEntries?.[entry] ?? days[entry]?.slice(0, 7) ?? '';
}

/** How many pictures of an entry's day stand before it. */
function passedBefore(days: readonly string[], counts: readonly number[]): readonly number[] {
  return days.map((day, at) => (day !== '' && day === days[at - 1] ? (counts[at - 1] ?? 0) : 0));
}

export interface WayOfCutting {
  readonly sort: ImageSort;
  readonly inPages: boolean;
  readonly isExact: boolean;
}

/** Cuts what is told of a wall, page by page, in the order it is shown in. */
export function cutTimeline(pages: readonly Timeline[], { sort, ...cut }: WayOfCutting): readonly Chunk[] {
  return cutChunks(inOrder(pages, sort), cut);
}

/** The largest come first whatever their day: then the wall is one long stretch. */
function inOrder(pages: readonly Timeline[], sort: ImageSort): Timeline {
  const inOrderOf = <Value>(read: (page: Timeline) => readonly Value[]) =>
    pages.flatMap((page) => (sort === 'OLDEST' ? read(page).toReversed() : read(page)));
  const counts = inOrderOf((page) => page.counts);
  if (sort === 'LARGEST') return { days: [''], counts: [counts.reduce((sum, count) => sum + count, 0)] };
  const days = inOrderOf((page) => page.days);
  const monthDays = inOrderOf((page) => page.monthDays ?? []);
  return { days, counts, months: inOrderOf((page) => page.months ?? []), monthDays };
}

/** How many pictures chunks hold. */
export function countOf(chunks: readonly Chunk[]): number {
  const last = chunks.at(-1);
  return last ? last.start + last.count : 0;
}

/** The chunk that holds the picture at a place; -1 when there is none. */
export function chunkAt(chunks: readonly Chunk[], place: number): number {
  let low = 0;
  let high = chunks.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const chunk = chunks[middle];
    if (!chunk) return -1;
    if (place < chunk.start) high = middle - 1;
    else if (place >= chunk.start + chunk.count) low = middle + 1;
    else return middle;
  }
  return -1;
}

/** The first chunk of each month, for headings and the scrubber. */
export function monthsOf(
  chunks: readonly Chunk[],
): readonly { readonly month: string; readonly chunk: number; readonly count: number }[] {
  return chunks.flatMap(({ isFirst, month, monthCount }, chunk) =>
    isFirst ? [{ month, chunk, count: monthCount }] : [],
  );
}
