import { use, useMemo } from 'react';
import { useLocationProperty } from 'wouter/use-browser-location';
import { matchPath, readSearch } from './address.ts';
import { HereContext } from './here-context.ts';
import type { HereNow } from './here-context.ts';
import type { ParamsOf, Path } from './paths.ts';

/** Something of the address: as it is, or on a page that is being left, as it was there. */
function useOfAddress(read: (at: HereNow) => string): string {
  const here = use(HereContext);
  return useLocationProperty(() => read(here === null || here.pathname === location.pathname ? location : here));
}

/** The path one is at. */
export const usePathname = (): string => useOfAddress(({ pathname }) => pathname);

/** What stands behind the `#`. */
export const useHash = (): string => useOfAddress(({ hash }) => hash.slice(1));

/** The whole address one is at, within this site. */
export const useHref = (): string => useOfAddress(({ pathname, search, hash }) => `${pathname}${search}${hash}`);

/** The search of the address, read by its page's parser; the same object as long as the address says the same. */
export function useSearch<Search>(parse: (given: Readonly<Record<string, unknown>>) => Search): Search {
  const text = useOfAddress(({ search }) => search);
  return useMemo(() => parse(readSearch(text)), [parse, text]);
}

/** The parameters of the page's own path. */
export function useParams<P extends Path>(path: P): ParamsOf<P> {
  const pathname = usePathname();
  return (matchPath(path, pathname) ?? {}) as ParamsOf<P>;
}
