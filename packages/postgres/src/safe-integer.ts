import pg from 'pg';

const { INT8 } = pg.types.builtins;

/** A `bigint` column as a number; throws RangeError beyond 2^53 - 1 rather than hand on a rounded amount. */
export function parseSafeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} does not fit a JavaScript number exactly`);
  return value;
}

/** pg's own parsers, but `bigint` (also every `count(*)`) comes as a number instead of a string. */
export const columnTypes: pg.CustomTypesConfig = {
  getTypeParser(oid, format) {
    if (oid === INT8 && format !== 'binary') return parseSafeInteger;
    return pg.types.getTypeParser(oid, format) as (value: string) => unknown;
  },
};
