/** Something to be heard by whoever uses a screen reader. */
export interface Announcement {
  readonly sentence: string;
  /** What it tells of, where that goes on: of one subject only the latest is worth hearing. */
  readonly about?: string;
  /** It is left out for nothing but later news of its subject: how something ended, what went wrong, which page this is. */
  readonly isKept?: boolean;
}

/** How many wait to be heard; by the time of a longer list most of it is stale. */
export const WAITING_MAX = 4;

/**
 * What waits once one more has come, in the order it will be heard. Each sentence waits once; news of a subject takes the place of
 * older news of it; of too many the oldest goes, what goes on first. What is kept stays, however many there are.
 */
export function withAnnouncement(waiting: readonly Announcement[], next: Announcement): readonly Announcement[] {
  const same = waiting.find(({ sentence }) => sentence === next.sentence);
  if (same !== undefined) return waiting.map((each) => (each === same && next.isKept ? next : each));
  return bounded([...waiting.filter((each) => !isStale(each, next)), next]);
}

/** Whether one takes the place of another: what was heard or waits is no longer so. */
export const isStale = ({ about }: Announcement, next: Announcement): boolean =>
  about !== undefined && about === next.about;

function bounded(waiting: readonly Announcement[]): readonly Announcement[] {
  if (waiting.length <= WAITING_MAX) return waiting;
  const mayGo = waiting.filter(({ isKept }) => isKept !== true);
  const goes = mayGo.find(({ about }) => about !== undefined) ?? mayGo[0];
  return waiting.filter((each) => each !== goes);
}
