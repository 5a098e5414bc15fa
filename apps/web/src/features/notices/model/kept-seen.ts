import { createKeptValue } from '../../../lib/keep/kept-value.ts';
import type { SeenUntil } from './notices.ts';

const PEOPLE_MAX = 20;

/** Person → what they have seen at this browser; it outlives their sign-out, and says nothing but a time. */
export type SeenByPerson = Readonly<Record<string, SeenUntil>>;

/** Reads what was stored; whatever is not a time is left out. */
export function parseSeen(stored: unknown): SeenByPerson {
  if (typeof stored !== 'object' || stored === null) return {};
  return Object.fromEntries(
    Object.entries(stored).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string' && !Number.isNaN(Date.parse(entry[1])),
    ),
  );
}

/** Marks what a person has seen; of many people at one browser the latest are kept. */
export function withSeen(
  seen: SeenByPerson,
  { personId, until }: { personId: string; until: SeenUntil },
): SeenByPerson {
  const others = Object.entries(seen).filter(([id]) => id !== personId);
  return Object.fromEntries([...others, [personId, until]].slice(-PEOPLE_MAX));
}

export const keptSeen = createKeptValue<SeenByPerson>({ key: 'modu.notices-seen', parse: parseSeen });
