import { createContext } from 'react';

/** An address, as a page that stands at it knows it. */
export interface HereNow {
  readonly pathname: string;
  search: string;
  hash: string;
}

export const readHere = (): HereNow => ({
  pathname: location.pathname,
  search: location.search,
  hash: location.hash,
});

/** Null where nothing is drawn in steps: the address is as the browser has it. */
export const HereContext = createContext<HereNow | null>(null);
