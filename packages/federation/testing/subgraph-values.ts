import { getNamedType, isEnumType, isListType, isNonNullType, isScalarType } from 'graphql';
import type { GraphQLOutputType, GraphQLResolveInfo } from 'graphql';
import { hash } from './random.ts';

/** What goes wrong in a world: the same for the same seed, whoever asks and in whatever order. */
export interface Trouble {
  readonly seed: number;
  /** How many of 1 000 fields throw, and how many are null, allowed or not. */
  readonly throwing: number;
  readonly nulls: number;
  /** Subgraphs that do not answer at all. */
  readonly down: ReadonlySet<string>;
}

export const NO_TROUBLE: Trouble = { seed: 0, throwing: 0, nulls: 0, down: new Set() };

export interface ValueContext {
  readonly subgraph: string;
  readonly trouble: Trouble;
}

interface Source {
  readonly __typename?: string;
  readonly id?: string;
  readonly sku?: string;
  readonly [field: string]: unknown;
}

/** The id of an object, also of one that is known by its second key only. Ids begin with the name of their type. */
export function idOf(source: Source): string {
  return source.id ?? source.sku?.slice('sku-'.length) ?? 'root';
}

/** Resolves any field of any world from a hash of what it is, so that all subgraphs tell the same of one entity. */
export function resolveValue(
  source: Source,
  args: object,
  { subgraph, trouble }: ValueContext,
  info: GraphQLResolveInfo,
): unknown {
  const id = idOf(source);
  const { fieldName: field, parentType, returnType } = info;
  if (field === 'id') return source.id ?? id;
  if (field === 'sku') return `sku-${id}`;
  const typename = parentType.name === 'I0' ? (id.split(':')[0] ?? '') : parentType.name;
  const luck = hash(`${trouble.seed} ${subgraph} ${typename} ${id} ${field}`) % 1_000;
  if (luck < trouble.throwing) throw new Error(`${typename}.${field} of ${id} failed`);
  if (luck < trouble.throwing + trouble.nulls) return null;
  const text = `${typename} ${id} ${field} ${JSON.stringify(args)} ${requiredOf(field, source)}`;
  return valueOf(returnType, text);
}

/** A field that requires others depends on what it was given of them. */
function requiredOf(field: string, source: Source): string {
  if (!field.startsWith('q')) return '';
  const { __typename: _, id: __, sku: ___, ...rest } = source;
  return JSON.stringify(rest);
}

function valueOf(type: GraphQLOutputType, text: string): unknown {
  if (isNonNullType(type)) return valueOf(type.ofType as GraphQLOutputType, text);
  if (isListType(type)) {
    const length = hash(`length ${text}`) % 4;
    return Array.from({ length }, (_, index) => valueOf(type.ofType as GraphQLOutputType, `${text} ${index}`));
  }
  const named = getNamedType(type);
  const number = hash(text);
  if (isEnumType(named)) return named.getValues()[number % named.getValues().length]?.name;
  if (isScalarType(named)) return scalarOf(named.name, number);
  if (named.name === 'Box') return { __typename: 'Box', id: `Box:${number % 50}` };
  const concrete = named.name === 'I0' || named.name === 'U0' ? `T${number % 2}` : named.name;
  const id = `${concrete}:${number % 3}`;
  return { __typename: named.name === 'I0' || named.name === 'U0' ? concrete : named.name, id };
}

function scalarOf(name: string, number: number): unknown {
  const falsy = number % 5 === 0;
  if (name === 'Int') return falsy ? 0 : number % 1_000;
  if (name === 'Float') return falsy ? 0 : (number % 1_000) / 8;
  if (name === 'Boolean') return number % 2 === 0;
  if (name === 'Blob') return falsy ? '' : { deep: [number % 7, { 'k"ey': 'v\n' }] };
  return falsy ? '' : `${name} ${number % 100} "é"`;
}
