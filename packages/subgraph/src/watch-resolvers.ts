import { inSpan, isTracing } from '@modu/tracing';
import { defaultFieldResolver, GraphQLError, isObjectType } from 'graphql';
import type { GraphQLFieldResolver, GraphQLSchema } from 'graphql';
import type { BaseContext } from './server.ts';

/**
 * Wraps the resolvers that a domain wrote: none begins once nobody waits for the answer any more, and each that waits for
 * something is a span where the process traces. Of the elements of a list the first stands for all.
 */
export function watchResolvers(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      if (!field.resolve || field.resolve === defaultFieldResolver) continue;
      const stopping = stopWhenAborted(field.resolve as Resolver);
      field.resolve = isTracing() ? traced(`resolve ${type.name}.${field.name}`, stopping) : stopping;
    }
  }
}

type Resolver = GraphQLFieldResolver<unknown, BaseContext>;
type Path = Parameters<Resolver>[3]['path'] | undefined;

function stopWhenAborted(resolve: Resolver): Resolver {
  return (source, args, context, info) => {
    if (context.signal.aborted)
      throw new GraphQLError('The request was given up.', { extensions: { code: 'ABORTED' } });
    return resolve(source, args, context, info);
  };
}

function traced(name: string, resolve: Resolver): Resolver {
  const options = { onlyWhenAsync: true };
  return (source, args, context, info) =>
    isFirst(info.path)
      ? inSpan(name, options, () => resolve(source, args, context, info))
      : resolve(source, args, context, info);
}

function isFirst(path: Path): boolean {
  for (let at = path; at; at = at.prev) if (typeof at.key === 'number' && at.key > 0) return false;
  return true;
}
