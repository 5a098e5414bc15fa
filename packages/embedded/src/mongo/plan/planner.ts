import type { BsonDocument } from '../bson/value.ts';
import type { KeyField } from '../keys/key-spec.ts';
import type { StoredCollection, StoredIndex } from '../store/catalog.ts';
import { rangeOfPrefix } from '../store/ranges.ts';
import type { KeyRange } from '../store/ranges.ts';
import { ownerPrefix } from '../store/row-keys.ts';
import { boundsFor } from './bounds.ts';
import type { Bounds } from './bounds.ts';
import { conditionsIn } from './conditions.ts';
import type { Conditions } from './conditions.ts';
import { impliesPartialFilter } from './partial.ts';

/** How a query's documents are found. Without an index every record is read. */
export interface Plan {
  readonly index: StoredIndex | undefined;
  readonly ranges: readonly KeyRange[];
  readonly isReverse: boolean;
  readonly isExact: boolean;
  /** Whether they come in the order asked for, so that nothing need be sorted. */
  readonly isSorted: boolean;
}

export interface PlanRequest {
  readonly filter: BsonDocument;
  readonly sort: readonly KeyField[];
  /** An index the client insists on. */
  readonly hint: StoredIndex | 'natural' | undefined;
  readonly isNaturalReverse: boolean;
}

/**
 * The direction in which the index yields the order, past the fields that the bounds hold fixed; undefined when it does not. Several ranges
 * are read in the order of their keys, so they do not disturb it.
 */
function scanDirection(index: StoredIndex, bounds: Bounds | undefined, sort: readonly KeyField[]): 1 | -1 | undefined {
  if (index.isMultikey) return undefined;
  const fixed = new Set(bounds?.fixedPaths);
  const wanted = sort.filter((field) => !fixed.has(field.path));
  const offered = index.fields.filter((field) => !fixed.has(field.path));
  if (wanted.length > offered.length) return undefined;
  const turns = wanted.map((field, at) =>
    offered[at]?.path === field.path ? field.direction * offered[at].direction : 0,
  );
  const [first = 1] = turns;
  if (first === 0 || turns.some((turn) => turn !== first)) return undefined;
  return first > 0 ? 1 : -1;
}

function isUsable(
  index: StoredIndex,
  bounds: Bounds | undefined,
  request: PlanRequest,
  conditions: Conditions,
): boolean {
  if (index.isSparse && !bounds?.excludesMissing) return false;
  return !index.partialFilter || impliesPartialFilter(request.filter, conditions, index.partialFilter);
}

interface Candidate {
  readonly plan: Plan;
  readonly score: number;
}

function candidateOf(index: StoredIndex, request: PlanRequest, conditions: Conditions): Candidate | undefined {
  const bounds = boundsFor(index, conditions);
  if (!isUsable(index, bounds, request, conditions)) return undefined;
  const direction = request.sort.length > 0 ? scanDirection(index, bounds, request.sort) : undefined;
  const isWanted = bounds !== undefined || direction !== undefined || request.hint === index;
  if (!isWanted) return undefined;
  const plan: Plan = {
    index,
    ranges: bounds?.ranges ?? [rangeOfPrefix(ownerPrefix(index.id))],
    isReverse: direction === -1,
    isExact: bounds?.isExact ?? false,
    isSorted: request.sort.length === 0 || direction !== undefined,
  };
  const narrowing = bounds ? bounds.pointFields * 10 + (bounds.hasRange ? 5 : 0) + (bounds.isExact ? 20 : 0) : 0;
  return { plan, score: narrowing + (direction === undefined ? 0 : 3) };
}

/** Every record, in the order of insertion or the reverse. */
function fullScan(collection: StoredCollection, request: PlanRequest): Plan {
  return {
    index: undefined,
    ranges: [rangeOfPrefix(ownerPrefix(collection.id))],
    isReverse: request.isNaturalReverse,
    isExact: false,
    isSorted: request.sort.length === 0,
  };
}

/** Picks the index that narrows the query most, then the one that saves a sort; else reads everything. */
export function choosePlan(collection: StoredCollection, request: PlanRequest): Plan {
  if (request.hint === 'natural') return fullScan(collection, request);
  const conditions = conditionsIn(request.filter);
  const indexes = request.hint ? [request.hint] : collection.indexes;
  const candidates = indexes.flatMap((index) => candidateOf(index, request, conditions) ?? []);
  const [best] = candidates.toSorted((a, b) => b.score - a.score || a.plan.ranges.length - b.plan.ranges.length);
  return best?.plan ?? fullScan(collection, request);
}
