import { directedKey, keyAfterPrefix, valueKey } from '../bson/key.ts';
import { rankOf } from '../bson/order.ts';
import type { Value } from '../bson/value.ts';
import { identityOf } from '../expressions/sets.ts';
import type { KeyField } from '../keys/key-spec.ts';
import type { StoredIndex } from '../store/catalog.ts';
import type { KeyRange } from '../store/ranges.ts';
import { ownerPrefix } from '../store/row-keys.ts';
import type { Condition, Conditions, Limit } from './conditions.ts';

/** More ranges than this cost more than they save. */
const rangesMax = 20_000;

/** Where in an index the matching documents are. */
export interface Bounds {
  /** In the order of their keys, and apart from one another: read one after the other they yield the index's order. */
  readonly ranges: readonly KeyRange[];
  /** Leading fields held to one value: within the ranges they say nothing about the order. */
  readonly fixedPaths: readonly string[];
  readonly pointFields: number;
  readonly hasRange: boolean;
  /** Whether some bounded field can only be a value that is there, which a sparse index needs. */
  readonly excludesMissing: boolean;
  /** Whether each range is exactly one key. */
  readonly isExact: boolean;
}

interface FieldBounds {
  readonly points: readonly Value[] | undefined;
  readonly low: Limit | undefined;
  readonly high: Limit | undefined;
}

/** On a multikey index one document may meet two conditions with two elements, so only one may be used. */
function boundsOfField(conditions: readonly Condition[], isMultikey: boolean): FieldBounds | undefined {
  const points = conditions.flatMap((condition) => (condition.kind === 'points' ? [condition.values] : []));
  const fewest = points.toSorted((a, b) => a.length - b.length)[0];
  if (fewest) return { points: distinct(fewest), low: undefined, high: undefined };
  const low = conditions.find((condition) => condition.kind === 'low')?.limit;
  const high = conditions.find((condition) => condition.kind === 'high')?.limit;
  if (!low && !high) return undefined;
  return { points: undefined, low, high: isMultikey && low ? undefined : high };
}

function distinct(values: readonly Value[]): Value[] {
  return [...new Map(values.map((value) => [identityOf(value), value] as const)).values()];
}

function typeTag(limit: Limit): Buffer {
  return Buffer.from([rankOf(limit.value)]);
}

/** The range of one field behind a prefix, within the type of its limits: `$gt: 5` finds numbers only. */
function rangeOfField(prefix: Buffer, field: KeyField, bounds: FieldBounds): KeyRange[] {
  const known = bounds.low ?? bounds.high;
  if (!known) return [];
  const tag = typeTag(known);
  const under = (key: Buffer): Buffer => Buffer.concat([prefix, directedKey(key, field.direction)]);
  const edge = (limit: Limit | undefined, isFirst: boolean): Buffer | undefined => {
    const key = under(limit ? valueKey(limit.value) : tag);
    const staysBefore = limit ? limit.isIncluded === isFirst : isFirst;
    return staysBefore ? key : keyAfterPrefix(key);
  };
  const [first, last] = field.direction === 1 ? [bounds.low, bounds.high] : [bounds.high, bounds.low];
  const start = edge(first, true);
  const end = edge(last, false);
  if (!start || (end && Buffer.compare(start, end) >= 0)) return [];
  return [{ start, end }];
}

function isMissable(value: Value): boolean {
  return value === null;
}

/** The ranges of an index that hold every document meeting the conditions; undefined when they do not narrow it. */
export function boundsFor(index: StoredIndex, conditions: Conditions): Bounds | undefined {
  let prefixes = [ownerPrefix(index.id)];
  const fixedPaths: string[] = [];
  let pointFields = 0;
  let excludesMissing = false;
  for (const field of index.fields.slice(0, index.isMultikey ? 1 : undefined)) {
    const bounds = boundsOfField(conditions.get(field.path) ?? [], index.isMultikey);
    if (!bounds) break;
    if (!bounds.points) {
      const ranges = prefixes.flatMap((prefix) => rangeOfField(prefix, field, bounds));
      return { ranges, fixedPaths, pointFields, hasRange: true, excludesMissing: true, isExact: false };
    }
    const keys = bounds.points.map((value) => directedKey(valueKey(value), field.direction));
    if (prefixes.length * keys.length > rangesMax) break;
    keys.sort((a, b) => Buffer.compare(a, b));
    prefixes = prefixes.flatMap((prefix) => keys.map((key) => Buffer.concat([prefix, key])));
    if (keys.length === 1) fixedPaths.push(field.path);
    pointFields += 1;
    excludesMissing ||= !bounds.points.some(isMissable);
  }
  if (pointFields === 0) return undefined;
  const ranges = prefixes.map((prefix) => ({ start: prefix, end: keyAfterPrefix(prefix) }));
  const isExact = index.isUnique && pointFields === index.fields.length;
  return { ranges, fixedPaths, pointFields, hasRange: false, excludesMissing, isExact };
}
