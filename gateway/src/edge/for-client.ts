import { GraphQLError } from 'graphql';

/** Why a document was refused, without the names of the schema that a "Did you mean" would give away. */
export function forClient(error: GraphQLError): GraphQLError {
  const code = error.extensions['code'] ?? 'GRAPHQL_VALIDATION_FAILED';
  return new GraphQLError(error.message.replace(/ Did you mean .*\?$/s, ''), { extensions: { code } });
}
