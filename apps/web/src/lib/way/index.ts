export { matchPath, readSearch } from './address.ts';
export { foresee, go, goTo, prepareWith } from './going.ts';
export { Here } from './Here.tsx';
export { Link } from './Link.tsx';
export type { LinkProps } from './Link.tsx';
export type { AnyWay, Path, PlainPath } from './paths.ts';
export { readable } from './readable.ts';
export { useHash, useHref, useParams, usePathname, useSearch } from './useWay.ts';
