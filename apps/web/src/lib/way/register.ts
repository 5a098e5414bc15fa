/**
 * Knows the studio's addresses: `app/addresses.ts` adds them as `addresses`, path → the parser of its search. A segment that begins
 * with `$` is a parameter.
 */
export interface Register {
  readonly register?: never;
}
