import { Int32 } from 'bson';
import { Summation } from '../bson/summation.ts';
import type { Maybe, Value } from '../bson/value.ts';
import { extremeOf } from '../expressions/arrays.ts';
import { mergeDocuments } from '../expressions/documents.ts';
import { identityOf } from '../expressions/sets.ts';
import { sizeOf } from './memory.ts';

/** Gathers one field of a group. `add` returns how many bytes it now keeps more than before. */
export interface Accumulator {
  add(value: Maybe): number;
  result(): Value;
}

function folding(start: Maybe, fold: (kept: Maybe, value: Maybe) => Maybe): Accumulator {
  let kept = start;
  return {
    add: (value) => {
      const before = sizeOf(kept);
      kept = fold(kept, value);
      return sizeOf(kept) - before;
    },
    result: () => kept ?? null,
  };
}

function summing(result: (sum: Summation) => Value): Accumulator {
  const sum = new Summation();
  return { add: (value) => (sum.add(value), 0), result: () => result(sum) };
}

function first(): Accumulator {
  let isTaken = false;
  return folding(undefined, (kept, value) => {
    if (isTaken) return kept;
    isTaken = true;
    return value;
  });
}

function pushing(): Accumulator {
  const values: Value[] = [];
  return {
    add: (value) => {
      if (value === undefined) return 0;
      values.push(value);
      return sizeOf(value) + 4;
    },
    result: () => values,
  };
}

function collectingSet(): Accumulator {
  const members = new Map<string, Value>();
  return {
    add: (value) => {
      const id = identityOf(value);
      if (value === undefined || members.has(id)) return 0;
      members.set(id, value);
      return sizeOf(value) + id.length;
    },
    result: () => [...members.values()],
  };
}

function counting(): Accumulator {
  let count = 0;
  return { add: () => ((count += 1), 0), result: () => (count === (count | 0) ? new Int32(count) : BigInt(count)) };
}

export const accumulators: Readonly<Record<string, () => Accumulator>> = {
  $sum: () => summing((sum) => sum.total()),
  $avg: () => summing((sum) => sum.average()),
  $min: () => folding(null, (kept, value) => extremeOf([kept, value], -1)),
  $max: () => folding(null, (kept, value) => extremeOf([kept, value], 1)),
  $first: first,
  $last: () => folding(undefined, (_, value) => value),
  $push: pushing,
  $addToSet: collectingSet,
  $count: counting,
  $mergeObjects: () => folding(new Map(), (kept, value) => mergeDocuments([kept, value])),
};
