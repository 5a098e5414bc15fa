import { isDocument } from '../bson/value.ts';
import type { BsonDocument, Maybe, Value } from '../bson/value.ts';

/** Remembers which array element satisfied the query, for the positional `$` of updates and projections. */
export interface MatchTrace {
  index?: number;
}

export type ValueTest = (value: Maybe) => boolean;

export interface Reach {
  readonly parts: readonly string[];
  /** Whether an array at the end of the path is also tested element by element. */
  readonly opensLeaf: boolean;
}

interface Walk {
  readonly reach: Reach;
  readonly test: ValueTest;
  readonly trace: MatchTrace | undefined;
}

function note(walk: Walk, index: number): true {
  if (walk.trace) walk.trace.index = index;
  return true;
}

function testLeaf(walk: Walk, value: Maybe): boolean {
  if (walk.reach.opensLeaf && Array.isArray(value)) {
    for (const [index, element] of value.entries()) if (walk.test(element)) return note(walk, index);
  }
  return walk.test(value);
}

/** Only documents are entered from an array, or the element a number in the path names; nested arrays are not. */
function testElements(walk: Walk, array: readonly Value[], at: number): boolean {
  const part = walk.reach.parts[at] ?? '';
  for (const [index, element] of array.entries()) {
    if (part === String(index) && testPosition(walk, element, at + 1)) return note(walk, index);
    if (isDocument(element) && testFrom(walk, element, at)) return note(walk, index);
  }
  return false;
}

/** An element named by its position at the end of the path is tested as a whole, even when it is an array itself. */
function testPosition(walk: Walk, element: Value, at: number): boolean {
  return at === walk.reach.parts.length ? walk.test(element) : testFrom(walk, element, at);
}

function testFrom(walk: Walk, value: Maybe, at: number): boolean {
  if (at === walk.reach.parts.length) return testLeaf(walk, value);
  if (Array.isArray(value)) return testElements(walk, value, at);
  if (!isDocument(value)) return walk.test(undefined);
  return testFrom(walk, value.get(walk.reach.parts[at] ?? ''), at + 1);
}

/** Whether the test holds for any value the path leads to. A path that leads nowhere tests `undefined`. */
export function reaches(document: BsonDocument, reach: Reach, test: ValueTest, trace?: MatchTrace): boolean {
  return testFrom({ reach, test, trace }, document, 0);
}
