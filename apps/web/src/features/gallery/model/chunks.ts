/** How many pictures each day holds, newest first, in two columns. */
export interface Timeline {
  readonly days: readonly string[];
  readonly counts: readonly number[];
}

/** A piece of the wall that is fetched and laid out by itself: pictures of one month. */
export interface Chunk {
  /** `2026-11/2`: stays the same when other months change. */
  readonly key: string;
  /** `2026-11`. */
  readonly month: string;
  /** Pictures of the month, part of what names the content: a new picture moves the others. */
  readonly monthCount: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** Where it begins on the server: a day, and pictures to pass over in it. */
  readonly day: string;
  readonly skip: number;
  readonly count: number;
  /** Place of its first picture among all. */
  readonly start: number;
}

export const CHUNK_PICTURES = 60;

/**
 * Cuts a timeline into chunks of at most 60 pictures, each of one month. `days` may run either way; chunks come in its order.
 * A million pictures are some 17 000 chunks; no picture is looked at.
 */
export function cutChunks({ days, counts }: Timeline): readonly Chunk[] {
  const chunks: Chunk[] = [];
  let start = 0;
  for (let from = 0; from < days.length;) {
    const month = monthOf(days[from]);
    let to = from;
    let monthCount = 0;
    while (to < days.length && monthOf(days[to]) === month) monthCount += counts[to++] ?? 0;
    let day = from;
    let skip = 0;
    for (let done = 0, part = 0; done < monthCount; part++) {
      const count = Math.min(CHUNK_PICTURES, monthCount - done);
      chunks.push({
        ...{ key: `${month}/${part}`, month, monthCount, isFirst: part === 0, isLast: done + count === monthCount },
        ...{ day: days[day] ?? '', skip, count, start: start + done },
      });
      done += count;
      skip += count;
      while (day < to && skip >= (counts[day] ?? 0)) skip -= counts[day++] ?? 0;
    }
    start += monthCount;
    from = to;
  }
  return chunks;
}

const monthOf = (day: string | undefined) => day?.slice(0, 7) ?? '';

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
