import { useMemo } from 'react';
import { useLocationProperty, usePathname, useSearch as useSearchText } from 'wouter/use-browser-location';
import { matchPath, readSearch } from './address.ts';
import type { ParamsOf, Path } from './paths.ts';

/** The path one is at. */
export { usePathname } from 'wouter/use-browser-location';

/** What stands behind the `#`. */
export function useHash(): string {
  return useLocationProperty(() => location.hash.slice(1));
}

/** The whole address one is at, within this site. */
export function useHref(): string {
  return useLocationProperty(() => `${location.pathname}${location.search}${location.hash}`);
}

/** The search of the address, read by its page's parser; the same object as long as the address says the same. */
export function useSearch<Search>(parse: (given: Readonly<Record<string, unknown>>) => Search): Search {
  const text = useSearchText();
  return useMemo(() => parse(readSearch(text)), [parse, text]);
}

/** The parameters of the page's own path. */
export function useParams<P extends Path>(path: P): ParamsOf<P> {
  const pathname = usePathname();
  return (matchPath(path, pathname) ?? {}) as ParamsOf<P>;
}
