import { navigate } from 'wouter/use-browser-location';
import { hrefOf } from './address.ts';
import type { AddressParts } from './address.ts';
import type { Path, Way } from './paths.ts';

/** How long the page one is on stays while the next one is fetched; after that the address changes and the page is waited for. */
const PATIENCE_MS = 3_000;

type Prepare = (pathname: string) => Promise<unknown>;

let prepare: Prepare = () => Promise.resolve();
let goings = 0;
let wishesForTop = false;

/** Tells how a page is fetched before one goes there. */
export function prepareWith(next: Prepare): void {
  prepare = next;
}

/** Fetches a page that may be wanted next: a link to it is pointed at or has focus. */
export function foresee(href: string): void {
  prepare(pathOf(href)).catch(() => undefined);
}

/** Goes to an address of the studio. The page one is on stays until the next one is here; a later wish overrules an earlier. */
export async function goTo(href: string, { replace = false }: { readonly replace?: boolean } = {}): Promise<void> {
  goings += 1;
  const going = goings;
  const isElsewhere = pathOf(href) !== location.pathname;
  if (isElsewhere) await Promise.race([prepare(pathOf(href)).catch(() => undefined), wait(PATIENCE_MS)]);
  if (going !== goings) return;
  wishesForTop = isElsewhere;
  navigate(href, { replace: replace || href === `${location.pathname}${location.search}` });
}

/** Whether the page that has just been drawn is one that somebody went to, and begins at its top; Back and Forward keep their place. */
export function takeWishForTop(): boolean {
  const wishes = wishesForTop;
  wishesForTop = false;
  return wishes;
}

/** Goes to a path with its parameters and search. */
export function go<P extends Path>(way: Way<P> & { readonly replace?: boolean }): Promise<void> {
  const { replace = false } = way;
  return goTo(hrefOf(way as AddressParts), { replace });
}

const pathOf = (href: string) => new URL(href, location.href).pathname;
const wait = (timeMs: number) => new Promise((resolve) => setTimeout(resolve, timeMs));
