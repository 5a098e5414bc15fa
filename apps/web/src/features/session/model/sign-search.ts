import { returnPath } from './return-path.ts';

/** What the address of signing in says: the way back, and why the person is here. */
export interface SignSearch {
  readonly next: string;
  readonly expired?: true;
  readonly refused?: true;
  /** Another house has said who it is; the second step is still to come. */
  readonly code?: true;
}

/** Reads an address that anyone may have written. */
export function parseSignSearch(given: Readonly<Record<string, unknown>>): SignSearch {
  return {
    next: returnPath(given['next']),
    ...(given['expired'] === true ? { expired: true as const } : {}),
    ...(given['refused'] === true ? { refused: true as const } : {}),
    ...(given['code'] === true ? { code: true as const } : {}),
  };
}
