import { deriveId } from '@modu/ids';

/** A short name of what somebody asked for. The same words have the same, in whatever order; a field that is left out is one without a value. */
export function wishOf(asked: object): string {
  return deriveId('wish', JSON.stringify(plain(asked)));
}

/** The key itself is no part of what is asked for. */
const KEY = 'idempotencyKey';

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const said = Object.entries(value).filter(([name, one]) => name !== KEY && one !== null && one !== undefined);
  const sorted = said.sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(sorted.map(([name, one]) => [name, plain(one)]));
}
