import type { GraphQLNamedType, GraphQLSchema } from 'graphql';
import { isAbstractType, isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';

const known = new WeakMap<GraphQLSchema, ReadonlyMap<string, number>>();

/**
 * How much the lists of introspection hold, by `Type.field`: on average where each type has a list of its own, so that what all of
 * them hold together is right.
 */
export function introspectionSizes(schema: GraphQLSchema): ReadonlyMap<string, number> {
  const sizes = known.get(schema) ?? count(schema);
  known.set(schema, sizes);
  return sizes;
}

function count(schema: GraphQLSchema): ReadonlyMap<string, number> {
  const types = Object.values(schema.getTypeMap());
  const directives = schema.getDirectives();
  const fields = types.flatMap((type) =>
    isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [],
  );
  const average = (sizeOf: (type: GraphQLNamedType) => number) =>
    types.reduce((total, type) => total + sizeOf(type), 0) / types.length;
  return new Map([
    ['__Schema.types', types.length],
    ['__Schema.directives', directives.length],
    ['__Type.fields', fields.length / types.length],
    ['__Type.inputFields', average((type) => (isInputObjectType(type) ? Object.keys(type.getFields()).length : 0))],
    ['__Type.enumValues', average((type) => (isEnumType(type) ? type.getValues().length : 0))],
    ['__Type.possibleTypes', average((type) => (isAbstractType(type) ? schema.getPossibleTypes(type).length : 0))],
    ['__Type.interfaces', average((type) => (isObjectType(type) ? type.getInterfaces().length : 0))],
    // About every second type is a list or required: each is one more step to the name.
    ['__Type.ofType', 0.5],
    ['__Field.args', averageLength(fields)],
    ['__Directive.args', averageLength(directives)],
  ]);
}

function averageLength(ofThese: readonly { readonly args: readonly unknown[] }[]): number {
  return ofThese.reduce((total, { args }) => total + args.length, 0) / Math.max(1, ofThese.length);
}
