import { GraphQLError } from 'graphql';
import { publicMessage } from '../execution/public-message.ts';

/** Why a document was refused, as its client may read it. */
export function forClient(error: GraphQLError): GraphQLError {
  const code = error.extensions['code'] ?? 'GRAPHQL_VALIDATION_FAILED';
  return new GraphQLError(publicMessage(error.message), { extensions: { code } });
}
