import { hash } from '@modu/federation/testing/random';
import { getNamedType, isAbstractType, isEnumType, isLeafType, isListType, isNonNullType, isObjectType } from 'graphql';
import type {
  GraphQLObjectType,
  GraphQLOutputType,
  GraphQLResolveInfo,
  GraphQLSchema,
  defaultFieldResolver,
} from 'graphql';

const PLAIN: Readonly<Record<string, unknown>> = {
  Int: 7,
  Float: 1.5,
  Boolean: true,
  DateTime: new Date(0),
  URL: 'https://a.example/',
};
const ODD: readonly unknown[] = [
  new Error('an error as a value'),
  2 ** 40,
  'a text',
  { some: 'object' },
  true,
  NaN,
  ['a'],
  '',
];

/** Gives every field of a schema values that follow from a seed and from where they stand: some late, some wrong, some failing. */
export function giveValues(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type)) type.resolveType = (value) => (value as { is: string }).is;
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      if (isLeafType(getNamedType(field.type)) && hash(`${type.name}.${field.name}`) % 2 === 0) delete field.resolve;
      else field.resolve = valueAt as typeof defaultFieldResolver;
    }
    if (hash(type.name) % 4 === 0)
      type.isTypeOf = (value, { seed }: { seed: number }) =>
        guess(`${seed} ${type.name}`, () => (value as { is: string }).is === type.name);
  }
}

function valueAt(_source: unknown, args: object, { seed }: { seed: number }, info: GraphQLResolveInfo): unknown {
  const path = [];
  for (let at: GraphQLResolveInfo['path'] | undefined = info.path; at; at = at.prev) path.push(at.key, at.typename);
  const told = `${info.fieldName} of ${info.parentType.name}: ${JSON.stringify(args)} ${Object.keys(info.variableValues).join()}`;
  return valueOf(info.returnType, { key: `${seed} ${path.join('/')}`, told, schema: info.schema });
}

interface Wanted {
  readonly key: string;
  readonly told: string;
  readonly schema: GraphQLSchema;
}

function valueOf(type: GraphQLOutputType, { key, told, schema }: Wanted): unknown {
  const isNonNull = isNonNullType(type);
  const inner = isNonNull ? (type.ofType as GraphQLOutputType) : type;
  const luck = hash(`luck ${key}`) % (isNonNull ? 400 : 60);
  if (luck === 0) throw new Error(`${told} failed`);
  if (luck === 1) return null;
  if (luck === 2) return undefined;
  if (luck === 3) return ODD[hash(key) % ODD.length];
  return guess(key, () => {
    if (isListType(inner)) {
      const items = Array.from({ length: hash(`size ${key}`) % 4 }, (_, at) => {
        const item = () => valueOf(inner.ofType as GraphQLOutputType, { key: `${key} ${at}`, told, schema });
        return hash(`late ${key} ${at}`) % 5 === 0 ? later(item, 0) : item();
      });
      return hash(`set ${key}`) % 9 === 0 ? new Set(items) : items;
    }
    if (isEnumType(inner)) return inner.getValues()[hash(key) % inner.getValues().length]?.value;
    if (isLeafType(inner)) return PLAIN[inner.name] ?? told;
    const types = isAbstractType(inner) ? schema.getPossibleTypes(inner) : [inner as GraphQLObjectType];
    const one = types[hash(`type ${key}`) % types.length];
    return one && objectOf(one, { key, told, schema });
  });
}

/** The properties of an object: plain, late, functions, missing. */
function objectOf(type: GraphQLObjectType, wanted: Wanted): object {
  const properties = Object.values(type.getFields()).map(({ name, type: fieldType }) => {
    const key = `${wanted.key} ${name}`;
    const told = `${name} of ${type.name}`;
    const attempt = () => valueOf(fieldType, { ...wanted, key, told });
    if (hash(`function ${key}`) % 7 === 0) return [name, (args: object) => `${told}: ${JSON.stringify(args)}`];
    try {
      return [name, isLeafType(getNamedType(fieldType)) ? attempt() : null];
    } catch {
      return [name, null];
    }
  });
  return Object.assign(Object.fromEntries(properties) as object, { is: type.name, __typename: type.name });
}

/** At once, or a little later. */
function guess<Value>(key: string, make: () => Value): Value | Promise<Value> {
  const turns = hash(`when ${key}`) % 6;
  return turns < 2 ? later(make, turns) : make();
}

/** What nobody asks for may fail unheard. */
function later<Value>(make: () => Value, turns: number): Promise<Value> {
  const wait = async (): Promise<Value> => {
    for (let turn = 0; turn <= turns; turn++) await Promise.resolve();
    return make();
  };
  const value = wait();
  value.catch(() => undefined);
  return value;
}
