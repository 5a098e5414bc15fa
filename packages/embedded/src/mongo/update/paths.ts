import { expectDocument } from '../bson/coerce.ts';
import { isDocument } from '../bson/value.ts';
import type { BsonDocument, Maybe, Value } from '../bson/value.ts';
import { MongoError } from '../mongo-error.ts';
import { compileCondition, compileFilter, isOperatorDocument } from '../query/matcher.ts';

export type ArrayFilters = ReadonlyMap<string, (element: Value) => boolean>;

/** Splits and checks an update path; empty names are refused (56). */
export function parsePath(path: string): string[] {
  const parts = path.split('.');
  if (path === '') throw new MongoError('EmptyFieldName', 'An empty update path is not valid.');
  if (parts.includes('')) {
    throw new MongoError(
      'EmptyFieldName',
      `The update path '${path}' contains an empty field name, which is not allowed.`,
    );
  }
  const odd = parts.find(
    (part) => part.startsWith('$') && !/^\$(\[\w*\])?$/.test(part) && !['$ref', '$id', '$db'].includes(part),
  );
  if (odd)
    throw new MongoError(
      'DollarPrefixedFieldName',
      `The dollar ($) prefixed field '${odd}' in '${path}' is not valid for storage.`,
    );
  return parts;
}

/** `{ 'x.score': { $gt: 5 } }` filters the elements that `$[x]` stands for. */
function compileArrayFilter(filter: BsonDocument): readonly [string, (element: Value) => boolean] {
  const names = new Set<string>();
  const wrapped = renamed(filter, names);
  const [name] = names;
  if (names.size !== 1 || name === undefined || !/^[a-z]\w*$/.test(name)) {
    throw new MongoError('FailedToParse', 'An array filter must use exactly one identifier, in lower case');
  }
  const only = wrapped.get('element');
  if (wrapped.size === 1 && isOperatorDocument(only)) return [name, compileCondition(only)];
  const matches = compileFilter(wrapped);
  return [name, (element) => matches(new Map([['element', element]]))];
}

function renamed(filter: BsonDocument, names: Set<string>): BsonDocument {
  const result: BsonDocument = new Map();
  for (const [path, condition] of filter) {
    if (path.startsWith('$')) {
      const inner = Array.isArray(condition)
        ? condition.map((branch) => renamed(expectDocument(branch, path), names))
        : condition;
      result.set(path, inner);
      continue;
    }
    const [name = '', ...rest] = path.split('.');
    names.add(name);
    result.set(['element', ...rest].join('.'), condition);
  }
  return result;
}

export function compileArrayFilters(filters: readonly Value[]): ArrayFilters {
  const compiled = new Map<string, (element: Value) => boolean>();
  for (const filter of filters) {
    const [name, matches] = compileArrayFilter(expectDocument(filter, 'An array filter'));
    if (compiled.has(name))
      throw new MongoError('FailedToParse', `Found multiple array filters with the same top-level field name ${name}`);
    compiled.set(name, matches);
  }
  return compiled;
}

/** Every identifier of `$[x]` needs a filter, and every filter an identifier, before anything is changed. */
export function assertFiltersUsed(paths: readonly (readonly string[])[], filters: ArrayFilters): void {
  const used = new Set(paths.flat().flatMap((part) => /^\$\[(\w+)\]$/.exec(part)?.[1] ?? []));
  for (const name of used) {
    if (!filters.has(name)) throw new MongoError('BadValue', `No array filter found for identifier '${name}'`);
  }
  for (const name of filters.keys()) {
    if (!used.has(name))
      throw new MongoError('FailedToParse', `The array filter for identifier '${name}' was not used in the update`);
  }
}

export interface PathContext {
  readonly root: BsonDocument;
  readonly filters: ArrayFilters;
  /** The element the query matched, for `$`. */
  readonly matchedIndex: number | undefined;
}

function child(value: Maybe, part: string): Maybe {
  if (isDocument(value)) return value.get(part);
  return Array.isArray(value) ? value[Number(part)] : undefined;
}

function positionsFor(part: string, value: Maybe, context: PathContext, path: string): number[] {
  if (part === '$') {
    if (context.matchedIndex !== undefined) return [context.matchedIndex];
    throw new MongoError('BadValue', 'The positional operator did not find the match needed from the query.');
  }
  if (!Array.isArray(value))
    throw new MongoError(
      'BadValue',
      `Cannot apply array updates to non-array element: the path '${path}' must exist and be an array`,
    );
  const name = part.slice(2, -1);
  const matches = name === '' ? () => true : context.filters.get(name);
  return value.flatMap((element, index) => (matches?.(element) ? [index] : []));
}

/** The paths without `$`, `$[]` and `$[x]`: one for each array element they stand for in this document. */
export function expandPath(parts: readonly string[], context: PathContext): string[][] {
  let open: { parts: string[]; value: Maybe }[] = [{ parts: [], value: context.root }];
  for (const part of parts) {
    open = open.flatMap((walk) => {
      const isPlaceholder = part === '$' || part.startsWith('$[');
      const names = isPlaceholder ? positionsFor(part, walk.value, context, walk.parts.join('.')).map(String) : [part];
      return names.map((name) => ({ parts: [...walk.parts, name], value: child(walk.value, name) }));
    });
  }
  return open.map((walk) => walk.parts);
}

/** Two operators may not touch one place, nor one place inside another (40). */
export function assertNoConflicts(paths: readonly string[]): void {
  const sorted = paths.toSorted();
  for (const [index, path] of sorted.entries()) {
    const clash = sorted.slice(0, index).find((earlier) => path === earlier || path.startsWith(`${earlier}.`));
    if (clash !== undefined)
      throw new MongoError(
        'ConflictingUpdateOperators',
        `Updating the path '${path}' would create a conflict at '${clash}'`,
      );
  }
}
