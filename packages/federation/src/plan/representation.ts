import { valueText } from '../json-text.ts';
import { merge, copy } from './merge.ts';
import type { PlanField, PlanSelection } from './query-plan.ts';
import type { ApplyRewrites } from './rewrites.ts';
import { isFields } from './run.ts';
import type { Fields } from './run.ts';
import type { IsOfType } from './type-conditions.ts';

/**
 * Writes the representation of an entity as JSON text, so that equal ones are found by comparing texts.
 * `undefined` for an object that lacks what the fetch requires, or is of no type that it asks for.
 */
export type WriteRepresentation = (entity: Fields) => string | undefined;

/** How the entities of one type are told apart and written. */
export interface Representation {
  readonly write: WriteRepresentation;
  /** The one field, the name of the type aside, that a representation consists of: entities whose strings in it are equal are equal. */
  readonly key: string | undefined;
}

/** Gives how the entities of a type are represented; compiled when the first of them comes. */
export function compileRepresentation(
  requires: readonly PlanSelection[],
  { isOfType, rewrite }: { readonly isOfType: IsOfType; readonly rewrite: ApplyRewrites | undefined },
): (typename: string) => Representation {
  const byTypename = new Map<string, Representation>();
  const compileFor = (typename: string): Representation => {
    const fields = rewrite ? undefined : onlyFields(requires, typename, isOfType);
    return fields
      ? { write: compileFast(fields), key: keyOf(fields) }
      : { write: (entity) => writeSlowly(entity, { requires, isOfType, rewrite }), key: undefined };
  };
  return (typename) => {
    const known = byTypename.get(typename);
    if (known) return known;
    const compiled = compileFor(typename);
    // Names come from answers; more of them than a schema has types are not remembered.
    if (byTypename.size < 1_000) byTypename.set(typename, compiled);
    return compiled;
  };
}

function keyOf(fields: readonly PlanField[]): string | undefined {
  const [key, ...others] = fields.filter((field) => nameOf(field) !== '__typename');
  return key && !key.selections && others.length === 0 ? nameOf(key) : undefined;
}

/** The fields for one concrete type, when they come from one place and none hides behind a fragment: the usual keys. */
function onlyFields(
  requires: readonly PlanSelection[],
  typename: string,
  isOfType: IsOfType,
): readonly PlanField[] | undefined {
  const applying = requires.filter(
    (selection) =>
      selection.kind === 'Field' || (selection.typeCondition && isOfType(typename, selection.typeCondition)),
  );
  const [first, ...rest] = applying;
  const fields = plainFields(first?.kind === 'InlineFragment' && rest.length === 0 ? first.selections : applying);
  return fields?.some((field) => nameOf(field) === '__typename') ? fields : undefined;
}

/** Selections that are fields alone, down to their leaves, each once. */
function plainFields(selections: readonly PlanSelection[]): readonly PlanField[] | undefined {
  const fields = selections.filter((selection): selection is PlanField => selection.kind === 'Field');
  const names = new Set(fields.map(nameOf));
  if (fields.length !== selections.length || names.size !== fields.length) return undefined;
  return fields.every((field) => !field.selections || plainFields(field.selections)) ? fields : undefined;
}

function nameOf(field: PlanField): string {
  return field.alias ?? field.name;
}

function compileFast(fields: readonly PlanField[]): WriteRepresentation {
  const names = fields.map(nameOf);
  const heads = names.map((name, index) => `${index === 0 ? '{' : ','}${JSON.stringify(name)}:`);
  const writers = fields.map(({ selections }) => (selections ? writeBelow(plainFields(selections) ?? []) : valueText));
  return (entity) => {
    let text = '';
    for (let index = 0; index < names.length; index++) {
      const value = entity[names[index] as string];
      if (value === undefined) return undefined;
      text += (heads[index] as string) + (writers[index] as (value: unknown) => string)(value);
    }
    return `${text}}`;
  };
}

/** What lies below a field: objects, lists of them, and null for all that is missing. */
function writeBelow(fields: readonly PlanField[]): (value: unknown) => string {
  const writeObject = compileFast(fields);
  const write = (value: unknown): string => {
    if (Array.isArray(value)) return `[${value.map(write).join(',')}]`;
    return (isFields(value) ? writeObject(value) : undefined) ?? 'null';
  };
  return write;
}

interface SlowOptions {
  readonly requires: readonly PlanSelection[];
  readonly isOfType: IsOfType;
  readonly rewrite: ApplyRewrites | undefined;
}

function writeSlowly(entity: Fields, { requires, isOfType, rewrite }: SlowOptions): string | undefined {
  const representation = select(entity, requires, isOfType);
  if (!isFields(representation) || !representation['__typename']) return undefined;
  // What is rewritten must not be part of the answer that it was taken from.
  const own = rewrite ? copy(representation) : representation;
  rewrite?.(own);
  return JSON.stringify(own);
}

/** Picks a selection out of an object; `null` when a field of it is missing. */
function select(source: unknown, selections: readonly PlanSelection[], isOfType: IsOfType): Fields | null {
  if (!isFields(source)) return null;
  const picked: Fields = {};
  for (const selection of selections) {
    if (selection.kind === 'Field') {
      const name = nameOf(selection);
      const value = source[name];
      if (value === undefined) return null;
      merge(picked, { [name]: selectValue(value, selection.selections, isOfType) });
    } else if (selection.typeCondition && matches(source, selection.typeCondition, isOfType)) {
      merge(picked, select(source, selection.selections, isOfType) ?? {});
    }
  }
  return picked;
}

function selectValue(value: unknown, selections: readonly PlanSelection[] | undefined, isOfType: IsOfType): unknown {
  if (!selections) return value;
  if (Array.isArray(value)) return value.map((element) => selectValue(element, selections, isOfType));
  return select(value, selections, isOfType);
}

function matches(source: Fields, condition: string, isOfType: IsOfType): boolean {
  const typename = source['__typename'];
  return typeof typename === 'string' && isOfType(typename, condition);
}
