import { inspect } from 'node:util';
import {
  defaultTypeResolver,
  GraphQLBoolean,
  GraphQLError,
  GraphQLFloat,
  GraphQLID,
  GraphQLInt,
  GraphQLString,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { GraphQLAbstractType, GraphQLLeafType, GraphQLObjectType, GraphQLOutputType } from 'graphql';
import { isPromise, settleFailure } from './run.ts';
import type { Complete, Data, Path, Run } from './run.ts';

/** Runs what is selected of an object of this type. */
export type RunObject = (run: Run, source: unknown, path: Path) => Data | Promise<Data>;

/** How values of a type are completed; what is selected of each concrete type is compiled when it is first met. */
export function completerOf(type: GraphQLOutputType, objectOf: (type: GraphQLObjectType) => RunObject): Complete {
  const complete = completerOfType(type, objectOf);
  return (run, value, place) => {
    if (value instanceof Error) throw value;
    return complete(run, value, place);
  };
}

type ObjectOf = Parameters<typeof completerOf>[1];

function completerOfType(type: GraphQLOutputType, objectOf: ObjectOf): Complete {
  if (isNonNullType(type)) {
    const complete = completerOfType(type.ofType, objectOf);
    return (run, value, place) => {
      const completed = complete(run, value, place);
      if (completed !== null) return completed;
      throw new Error(`Cannot return null for non-nullable field ${place.parentType.name}.${place.fieldName}.`);
    };
  }
  if (isListType(type)) return listCompleter(type.ofType, objectOf);
  if (isLeafType(type)) return leafCompleter(type);
  if (isAbstractType(type)) return abstractCompleter(type, objectOf);
  return objectCompleter(type, objectOf);
}

function listCompleter(itemType: GraphQLOutputType, objectOf: ObjectOf): Complete {
  const isNullable = !isNonNullType(itemType);
  const complete = completerOf(itemType, objectOf);
  return (run, value, place) => {
    if (value === null || value === undefined) return null;
    if (typeof value !== 'object' || !(Symbol.iterator in value))
      throw new GraphQLError(
        `Expected Iterable, but did not find one for field "${place.parentType.name}.${place.fieldName}".`,
      );
    let isPending = false;
    const completeItem = (item: unknown, index: number): unknown => {
      const at = place.at(index);
      try {
        const completed = isPromise(item)
          ? item.then((resolved) => complete(run, resolved, at))
          : complete(run, item, at);
        if (!isPromise(completed)) return completed;
        isPending = true;
        return completed.then(undefined, (error: unknown) => settleFailure(error, at, isNullable));
      } catch (error) {
        return settleFailure(error, at, isNullable);
      }
    };
    const items: unknown[] = [];
    try {
      for (const item of value as Iterable<unknown>) items.push(completeItem(item, items.length));
    } catch (error) {
      // The list is gone; what its other elements wait for may fail as well, and nobody is told.
      const left = Array.isArray(value) ? [...items, ...(value as unknown[])] : items;
      for (const item of left) if (isPromise(item)) item.then(undefined, () => undefined);
      throw error;
    }
    return isPending ? Promise.all(items) : items;
  };
}

function leafCompleter(type: GraphQLLeafType): Complete {
  const isPlain = plainLeaf(type);
  return (_run, value) => {
    if (value === null || value === undefined) return null;
    return isPlain(value) ? value : serialize(type, value);
  };
}

/** @throws Error when a leaf has no such value. */
export function serialize(type: GraphQLLeafType, value: unknown): unknown {
  const serialized: unknown = type.serialize(value);
  if (serialized !== null && serialized !== undefined) return serialized;
  const call = `\`${type.name}.serialize(${inspect(value)})\``;
  throw new Error(`Expected ${call} to return non-nullable value, returned: ${inspect(serialized)}`);
}

const INT_MAX = 2 ** 31 - 1;
const PLAIN = new Map<GraphQLLeafType, (value: unknown) => boolean>([
  [GraphQLString, (value) => typeof value === 'string'],
  [GraphQLID, (value) => typeof value === 'string'],
  [GraphQLBoolean, (value) => typeof value === 'boolean'],
  [GraphQLInt, (value) => Number.isInteger(value) && Math.abs(value as number) <= INT_MAX],
  [GraphQLFloat, (value) => Number.isFinite(value)],
]);

/** Whether a value is what it would be serialized to. */
export function plainLeaf(type: GraphQLLeafType): (value: unknown) => boolean {
  return PLAIN.get(type) ?? (() => false);
}

function objectCompleter(type: GraphQLObjectType, objectOf: ObjectOf): Complete {
  const { isTypeOf } = type;
  const run = objectOf(type);
  const wrong = () => new GraphQLError(`Expected value of type "${type.name}".`);
  return (running, value, place) => {
    if (value === null || value === undefined) return null;
    if (!isTypeOf) return run(running, value, place.path);
    const isOne = isTypeOf(value, running.context, place);
    if (isPromise(isOne)) {
      return isOne.then((resolved) => {
        if (!resolved) throw wrong();
        return run(running, value, place.path);
      });
    }
    if (!isOne) throw wrong();
    return run(running, value, place.path);
  };
}

function abstractCompleter(type: GraphQLAbstractType, objectOf: ObjectOf): Complete {
  const resolveType = type.resolveType ?? defaultTypeResolver;
  const known = new Map<string, Complete>();
  const completeAs = (name: unknown, value: unknown, [run, place]: [Run, Parameters<Complete>[2]]): unknown => {
    const found = typeof name === 'string' ? known.get(name) : undefined;
    if (found) return found(run, value, place);
    const runtimeType = assertRuntimeType(name, value, { type, place });
    const complete = objectCompleter(runtimeType, objectOf);
    known.set(runtimeType.name, complete);
    return complete(run, value, place);
  };
  return (run, value, place) => {
    if (value === null || value === undefined) return null;
    const name = resolveType(value, run.context, place, type);
    if (isPromise(name)) return name.then((resolved) => completeAs(resolved, value, [run, place]));
    return completeAs(name, value, [run, place]);
  };
}

interface Abstract {
  readonly type: GraphQLAbstractType;
  readonly place: Parameters<Complete>[2];
}

function assertRuntimeType(name: unknown, value: unknown, { type, place }: Abstract): GraphQLObjectType {
  const field = `${place.parentType.name}.${place.fieldName}`;
  if (name === null || name === undefined) {
    throw new GraphQLError(
      `Abstract type "${type.name}" must resolve to an Object type at runtime for field "${field}". Either the "${type.name}" type should provide a "resolveType" function or each possible type should provide an "isTypeOf" function.`,
    );
  }
  if (typeof name !== 'string') {
    throw new GraphQLError(
      `Abstract type "${type.name}" must resolve to an Object type at runtime for field "${field}" with value ${inspect(value)}, received "${inspect(name)}".`,
    );
  }
  const runtimeType = place.schema.getType(name);
  if (!runtimeType)
    throw new GraphQLError(
      `Abstract type "${type.name}" was resolved to a type "${name}" that does not exist inside the schema.`,
    );
  if (!isObjectType(runtimeType))
    throw new GraphQLError(`Abstract type "${type.name}" was resolved to a non-object type "${name}".`);
  if (!place.schema.isSubType(type, runtimeType))
    throw new GraphQLError(`Runtime Object type "${runtimeType.name}" is not a possible type for "${type.name}".`);
  return runtimeType;
}
