import { isObjectType } from 'graphql';
import type { GraphQLObjectType, GraphQLResolveInfo, GraphQLSchema } from 'graphql';
import { isPromise } from './run.ts';

interface Reference {
  readonly __typename: string;
}
type ResolveReference = (reference: Reference, context: unknown, info: GraphQLResolveInfo) => unknown;

/**
 * Lets `_entities` of a subgraph's schema answer at once where its references are resolved at once; Apollo's own resolver makes a
 * promise of each. References to interfaces stay with Apollo's.
 */
export function resolveEntitiesAtOnce(schema: GraphQLSchema): void {
  const field = schema.getQueryType()?.getFields()['_entities'];
  const original = field?.resolve;
  if (!field || !original) return;
  field.resolve = (source, args: { readonly representations: readonly Reference[] }, context, info) =>
    args.representations.map((reference) => {
      const type = schema.getType(reference.__typename);
      if (!isObjectType(type)) {
        const alone = original(source, { representations: [reference] }, context, info) as unknown[];
        return alone[0];
      }
      const resolve = resolverOf(type);
      const found = resolve ? resolve(reference, context, info) : reference;
      return isPromise(found) ? found.then((value) => withTypename(value, type.name)) : withTypename(found, type.name);
    });
}

function resolverOf({ extensions }: GraphQLObjectType): ResolveReference | undefined {
  const { subgraph } = (extensions['apollo'] ?? {}) as {
    readonly subgraph?: { readonly resolveReference?: ResolveReference };
  };
  return subgraph?.resolveReference;
}

/** The union of entities goes by `__typename`; it is not shown to whoever walks over the object. */
function withTypename(value: unknown, typename: string): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const { __typename: known } = value as { readonly __typename?: unknown };
  if (known === typename) return value;
  if ('__typename' in value) return { ...value, __typename: typename };
  return Object.defineProperty(value, '__typename', { value: typename });
}
