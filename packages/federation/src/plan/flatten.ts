import type { Fields, PathPart } from './run.ts';

/** Collects the objects at a path of a plan, in order; what is null or missing is left out. */
export function collectAt(value: unknown, path: readonly PathPart[], found: Fields[], depth = 0): void {
  if (value === null || value === undefined) return;
  if (depth === path.length) {
    if (Array.isArray(value)) for (const element of value) collectAt(element, path, found, depth);
    else if (typeof value === 'object') found.push(value as Fields);
    return;
  }
  const part = path[depth] as PathPart;
  if (part === '@') {
    if (Array.isArray(value)) for (const element of value) collectAt(element, path, found, depth + 1);
    return;
  }
  if (typeof value === 'object' && !Array.isArray(value)) collectAt((value as Fields)[part], path, found, depth + 1);
}

/** Where the objects of `collectAt` lie, in the same order; walked only when an error needs its place. */
export function positionsAt(value: unknown, path: readonly PathPart[]): readonly (readonly PathPart[])[] {
  const positions: PathPart[][] = [];
  const walk = (current: unknown, depth: number, at: readonly PathPart[]): void => {
    if (current === null || current === undefined) return;
    const part = path[depth];
    if (part === undefined && !Array.isArray(current)) {
      if (typeof current === 'object') positions.push([...at]);
    } else if (Array.isArray(current) && (part === undefined || part === '@')) {
      current.forEach((element, index) => walk(element, part === undefined ? depth : depth + 1, [...at, index]));
    } else if (part !== undefined && part !== '@' && typeof current === 'object' && !Array.isArray(current)) {
      walk((current as Fields)[part], depth + 1, [...at, part]);
    }
  };
  walk(value, 0, []);
  return positions;
}
