import { isRefusal, refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { decodeCursor, encodeCursor, listCalendarMonths, parseTimeZone } from '@modu/subgraph';
import type { TimeZone } from '@modu/subgraph';
import { requireUser } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import { parseImageFilter } from '../domain/image-filter.ts';
import type { ImageFilter, ImageFilterArguments } from '../domain/image-filter.ts';
import { findCuts, splitDays, startOf } from '../domain/month-parts.ts';
import type { Cut, DayCount, DayPart } from '../domain/month-parts.ts';
import { parseTimelineEnd } from '../domain/timeline-end.ts';
import type { TimelineEnd } from '../domain/timeline-end.ts';
import { COUNT_MAX } from './count-matches.ts';
import { countSince } from './count-since.ts';
import type { SinceCount } from './count-since.ts';
import type { FoundPage } from '../store/image-find.ts';
import type { GalleryDeps } from './deps.ts';

export interface TimelineListing extends ImageFilterArguments {
  readonly oldestFirst?: boolean | null;
  readonly after?: string | null;
  /** Whose months are told; UTC's unless it is named. */
  readonly timeZone?: string | null;
}

export interface CountedDays {
  /** Newest first; a day within which a month begins in the asker's zone is told in two parts. */
  readonly days: readonly DayPart[];
  /** From here on the days that are left are told; null when these are all. */
  readonly endCursor: string | null;
  countSince(moments: readonly Date[]): Promise<readonly SinceCount[] | Refusal>;
}

/**
 * How many of the viewer's pictures each day holds; of very many matches those of the first days, and where to go on.
 * @throws AccessError UNAUTHENTICATED when nobody is signed in.
 */
export async function readTimeline(
  wanted: TimelineListing,
  { viewer, deps }: { readonly viewer: Viewer; readonly deps: Pick<GalleryDeps, 'counts' | 'list'> },
): Promise<CountedDays | Refusal> {
  const ownerId = requireUser(viewer, 'read');
  const filter = parseImageFilter(wanted);
  if (isRefusal(filter)) return filter;
  const zone = parseTimeZone(wanted.timeZone);
  if (isRefusal(zone)) return zone;
  const start = wanted.after ? parseTimelineEnd(decodeCursor(wanted.after)) : undefined;
  if (wanted.after && !start) return refuse('INVALID_INPUT', 'page.cursor', { path: ['after'] });
  const oldestFirst = wanted.oldestFirst ?? false;
  const counted = { ownerId, filter: start ? from(start, filter, oldestFirst) : filter, oldestFirst };
  const read = async (near: boolean) => {
    const { days, endsAt } = await deps.counts.timeline({ ...counted, near }, COUNT_MAX);
    const countParts = (cuts: readonly Cut[]) => deps.counts.parts({ ...counted, near }, cuts);
    return {
      days: await cutByMonth(days, { zone, count: countParts }),
      endCursor: endsAt && encodeCursor([endsAt.getTime(), near ? 1 : 0]),
      countSince: (moments: readonly Date[]) => countSince(moments, { days, endsAt, oldestFirst, countParts }),
    };
  };
  const timeline = await read(start?.near ?? false);
  if (start || !filter.search || timeline.days.length > 0) return timeline;
  // A long search may have found nothing so far: whether it goes on by likeness is decided as the list does.
  const first = { ownerId, filter, sort: oldestFirst ? 'OLDEST' : 'NEWEST', limit: 1, near: false } as const;
  const isFruitless = timeline.endCursor === null || isEnd(await deps.list.page(first));
  return isFruitless ? read(true) : timeline;
}

const isEnd = ({ images, lookedTo }: FoundPage) => images.length === 0 && lookedTo === undefined;

const DAY_MS = 86_400_000;

/** Days are UTC's, so that places in a list are the same to everybody; months are of the asker's calendar. */
async function cutByMonth(
  days: readonly DayCount[],
  { zone, count }: { readonly zone: TimeZone; count(cuts: readonly Cut[]): Promise<readonly number[]> },
): Promise<readonly DayPart[]> {
  const [newest, oldest] = [days[0]?.day, days.at(-1)?.day];
  if (newest === undefined || oldest === undefined) return [];
  const span = { from: startOf(oldest), to: new Date(startOf(newest).getTime() + DAY_MS) };
  const months = listCalendarMonths(span, zone);
  const cuts = findCuts(days, months);
  return splitDays(days, { months, cuts, counts: await count(cuts) });
}

/** The days that an earlier answer left; never more than the filter lets through. */
function from({ at }: TimelineEnd, filter: ImageFilter, oldestFirst: boolean): ImageFilter {
  const { createdFrom = at, createdTo = at } = filter;
  if (oldestFirst) return { ...filter, createdFrom: createdFrom > at ? createdFrom : at };
  return { ...filter, createdTo: createdTo < at ? createdTo : at };
}
