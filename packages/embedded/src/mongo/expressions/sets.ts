import { expectArray, isTruthy } from '../bson/coerce.ts';
import { valueKey } from '../bson/key.ts';
import type { Maybe, Value } from '../bson/value.ts';
import { binary, eager, isNullish, unary } from './operator.ts';
import type { Operators } from './operator.ts';

/** A value's identity under MongoDB's equality: 1, 1.0 and Long(1) are one member of a set. */
export function identityOf(value: Maybe): string {
  return valueKey(value).toString('latin1');
}

/** The values without repetitions, in the order they first came. */
function distinctOf(values: readonly Value[]): Value[] {
  return [...new Map(values.map((value) => [identityOf(value), value] as const).toReversed()).values()].toReversed();
}

function membersOf(value: Maybe): Set<string> {
  return new Set(expectArray(value, 'A set operand').map(identityOf));
}

function sameMembers(...values: Maybe[]): boolean {
  const [first, ...others] = values.map(membersOf);
  return others.every(
    (other) => first !== undefined && other.size === first.size && [...other].every((id) => first.has(id)),
  );
}

function intersection(...values: Maybe[]): Maybe {
  if (values.some(isNullish)) return null;
  const [first, ...others] = values.map((value) => expectArray(value, 'A set operand'));
  const sets = others.map(membersOf);
  return distinctOf((first ?? []).filter((value) => sets.every((set) => set.has(identityOf(value)))));
}

function difference(a: Maybe, b: Maybe): Maybe {
  if (isNullish(a) || isNullish(b)) return null;
  const excluded = membersOf(b);
  return distinctOf(expectArray(a, 'A set operand').filter((value) => !excluded.has(identityOf(value))));
}

function union(...values: Maybe[]): Maybe {
  if (values.some(isNullish)) return null;
  return distinctOf(values.flatMap((value) => expectArray(value, 'A set operand')));
}

export const setOperators: Operators = {
  $setEquals: eager({ min: 2, max: Infinity }, sameMembers),
  $setIntersection: eager({ min: 0, max: Infinity }, intersection),
  $setUnion: eager({ min: 0, max: Infinity }, union),
  $setDifference: binary(difference),
  $setIsSubset: binary((a, b) => {
    const whole = membersOf(b);
    return [...membersOf(a)].every((id) => whole.has(id));
  }),
  $anyElementTrue: unary((array) =>
    expectArray(array, '$anyElementTrue argument').some((element) => isTruthy(element)),
  ),
  $allElementsTrue: unary((array) =>
    expectArray(array, '$allElementsTrue argument').every((element) => isTruthy(element)),
  ),
};
