import {
  getVariableValues,
  GraphQLBoolean,
  GraphQLID,
  GraphQLInt,
  GraphQLScalarType,
  GraphQLString,
  isListType,
  isNonNullType,
  isScalarType,
  typeFromAST,
} from 'graphql';
import type { GraphQLError, GraphQLInputType, GraphQLSchema, OperationDefinitionNode, TypeNode } from 'graphql';
import { plainLeaf } from './complete.ts';

type Values = Record<string, unknown>;
export type ReadVariables = (
  given: Readonly<Values>,
) => { readonly coerced: Values } | { readonly errors: readonly GraphQLError[] };

const ERRORS_MAX = 50;

/** Reads the variables of an operation: as they are where they are plainly right, else by the rules of graphql-js. */
export function variablesReader(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
): ReadVariables {
  const checks = variableDefinitions.map(({ variable, type, defaultValue }) => {
    const isPlain = plainInput(
      typeFromAST(schema, type as TypeNode & { kind: 'NamedType' }) as GraphQLInputType | undefined,
    );
    return { name: variable.name.value, isPlain, isOptional: type.kind !== 'NonNullType' && !defaultValue };
  });
  return (given) => {
    const coerced: Values = {};
    for (const { name, isPlain, isOptional } of checks) {
      if (Object.hasOwn(given, name) && isPlain(given[name])) coerced[name] = given[name];
      else if (!isOptional || Object.hasOwn(given, name)) return bySpecification(schema, variableDefinitions, given);
    }
    return { coerced };
  };
}

function bySpecification(
  schema: GraphQLSchema,
  definitions: OperationDefinitionNode['variableDefinitions'],
  given: Readonly<Values>,
): ReturnType<ReadVariables> {
  const { errors, coerced } = getVariableValues(schema, definitions ?? [], given, { maxErrors: ERRORS_MAX });
  return errors ? { errors } : { coerced };
}

const AS_IT_IS = new GraphQLScalarType({ name: 'AsItIs' }).parseValue;
const PLAIN: ReadonlySet<unknown> = new Set([GraphQLString, GraphQLID, GraphQLBoolean, GraphQLInt]);

/** Whether a value is what it would be read as. */
function plainInput(type: GraphQLInputType | undefined): (value: unknown) => boolean {
  if (!type) return () => false;
  if (isNonNullType(type)) {
    const isPlain = plainInput(type.ofType);
    return (value) => value !== null && value !== undefined && isPlain(value);
  }
  if (isListType(type)) {
    const isPlain = plainInput(type.ofType);
    return (value) => value === null || (Array.isArray(value) && value.every(isPlain));
  }
  if (!isScalarType(type)) return () => false;
  if (type.parseValue === AS_IT_IS) return (value) => value !== undefined;
  if (!PLAIN.has(type)) return () => false;
  const isPlain = plainLeaf(type);
  return (value) => value === null || isPlain(value);
}
