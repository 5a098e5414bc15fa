const SUGGESTION = ' Did you mean ';
/** Enough for every sentence of ours; longer ones quote what the client itself sent. */
const LENGTH_MAX = 1_000;

/**
 * A message as clients may read it: without the names of the schema that a "Did you mean" would give away, and short. It may
 * quote a whole request, so nothing here looks at any part of it twice.
 */
export function publicMessage(message: string): string {
  const from = message.endsWith('?') ? message.indexOf(SUGGESTION) : -1;
  const told = from === -1 ? message : message.slice(0, from);
  return told.length > LENGTH_MAX ? `${told.slice(0, LENGTH_MAX - 1)}…` : told;
}
