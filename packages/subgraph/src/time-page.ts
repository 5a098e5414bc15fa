import { isRefusal, refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { isId } from '@modu/ids';
import { page, parsePage } from './page.ts';
import type { Connection } from './page.ts';

/** What a list that is ordered by time, then id, starts behind. */
export interface TimePlace {
  readonly createdAt: Date;
  readonly id: string;
}

/** A page of a list, the newest first. `list` gives what is older than a place, at most `take`. */
export async function pageByTime<Row extends TimePlace>(
  { first, after }: { readonly first?: number | null; readonly after?: string | null },
  list: (asked: { readonly take: number; readonly after?: TimePlace }) => Promise<readonly Row[]>,
): Promise<Connection<Row> | Refusal> {
  const asked = parsePage({ first: first ?? null, after: after ?? null });
  if (isRefusal(asked)) return asked;
  const place = asked.after && toPlace(asked.after);
  if (asked.after && !place) return refuse('INVALID_INPUT', 'page.cursor', { path: ['after'] });
  const rows = await list({ take: asked.first + 1, ...(place ? { after: place } : {}) });
  return page(rows, { ...asked, cursorOf: (row) => [row.createdAt.getTime(), row.id] });
}

/** The end of 9999: later ones not every database can write down, and nothing of ours was made before 1970. */
const LAST_MS = 253_402_300_799_999;

function toPlace([time, id]: readonly unknown[]): TimePlace | undefined {
  const isTime = Number.isSafeInteger(time) && (time as number) >= 0 && (time as number) <= LAST_MS;
  return isTime && isId(id) ? { createdAt: new Date(time as number), id } : undefined;
}
