/** How many unfinished things a page of them has. */
export const STALE_TAKEN = 100;

type UnfinishedState = 'READING' | 'BRAILLING' | 'SPEAKING' | 'HEARING';

/** Which rows nobody has gone on with for a while; its values are `changedBefore` and the id that the page before ended with. */
export const staleRows = (state: UnfinishedState): string =>
  `WHERE state = '${state}' AND changed_at < $1 AND ($2::uuid IS NULL OR id > $2) ORDER BY id LIMIT ${STALE_TAKEN}`;
