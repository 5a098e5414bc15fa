import { currentTraceId } from '@modu/logger';
import type { Logger } from '@modu/logger';
import type { GraphQLFormattedError } from 'graphql';
import { publicMessage } from './public-message.ts';

/** What a client may read as it was said. Everything else is ours and is masked. */
const PUBLIC_CODES = new Set([
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'FORBIDDEN',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'LIMIT_EXCEEDED',
  'NOT_FOUND',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'SUBSCRIPTION_UPSTREAM_LOST',
  'TIMEOUT',
  'UNAUTHENTICATED',
]);

/**
 * The one shape of errors at the edge: public codes pass (without the names of subgraphs), all others become INTERNAL with
 * the trace id. A subgraph has logged its own errors already; only what failed here is logged here.
 */
export function formatEdgeError(
  formatted: GraphQLFormattedError,
  logger: Logger,
  error?: unknown,
): GraphQLFormattedError {
  const code = formatted.extensions?.['code'];
  const where = {
    ...(formatted.path ? { path: formatted.path } : {}),
    ...(formatted.locations ? { locations: formatted.locations } : {}),
  };
  if (typeof code === 'string' && PUBLIC_CODES.has(code)) {
    return { message: publicMessage(formatted.message), ...where, extensions: { code } };
  }
  const traceId = formatted.extensions?.['traceId'] ?? currentTraceId();
  if (code !== 'INTERNAL') logger.error({ err: error ?? formatted, path: formatted.path }, 'the gateway failed');
  return {
    message: 'Something went wrong on our side.',
    ...where,
    extensions: { code: 'INTERNAL', ...(traceId ? { traceId } : {}) },
  };
}
