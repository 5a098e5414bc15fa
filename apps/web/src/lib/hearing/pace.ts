import { createKeptValue } from '../keep/kept-value.ts';

/** How often a job under way is heard of: each tenth, each half minute, when it begins and ends, or only at its end. */
export const PACES = ['tenth', 'halfMinute', 'change', 'end'] as const;

export type Pace = (typeof PACES)[number];

/** Reads a stored pace; each tenth unless the person chose otherwise. */
export function parsePace(stored: unknown): Pace {
  return PACES.find((pace) => pace === stored) ?? 'tenth';
}

/** The person's choice, in this browser. */
export const keptPace = createKeptValue<Pace>({ key: 'modu.hearing', parse: parsePace });
