import { isFields } from './run.ts';
import type { Fields } from './run.ts';

/**
 * Merges what a subgraph answered into what is there: objects field by field, lists of one length element by element,
 * everything else is replaced. `source` is given away: its objects may become part of `target`.
 */
export function merge(target: Fields, source: Fields): void {
  for (const key of Object.keys(source)) {
    const next = source[key];
    if (next === undefined) continue;
    if (key === '__proto__') continue;
    const held = target[key];
    if (held === next) continue;
    if (isFields(held) && isFields(next)) merge(held, next);
    else if (Array.isArray(held) && Array.isArray(next) && held.length === next.length) mergeLists(held, next);
    else target[key] = next;
  }
}

function mergeLists(target: unknown[], source: readonly unknown[]): void {
  for (let index = 0; index < source.length; index++) {
    const held = target[index];
    const next = source[index];
    if (isFields(held) && isFields(next)) merge(held, next);
    else if (Array.isArray(held) && Array.isArray(next) && held.length === next.length) mergeLists(held, next);
    else target[index] = next;
  }
}

/** A copy that shares nothing with the original: JSON values only. */
export function copy<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(copy) as Value;
  // Scalars may be objects too (a Date of a subgraph in this process): those are values, not fields.
  if (!isFields(value) || !isPlain(value)) return value;
  const made: Fields = {};
  for (const key of Object.keys(value)) if (key !== '__proto__') made[key] = copy(value[key]);
  return made as Value;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}
