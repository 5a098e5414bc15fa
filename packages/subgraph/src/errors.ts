import { AccessError } from '@modu/errors';
import { currentTraceId } from '@modu/logger';
import type { Logger } from '@modu/logger';
import { GraphQLError } from 'graphql';
import type { GraphQLFormattedError } from 'graphql';

/** What a client may read as it was said; every other error is ours: logged once, masked outside. */
const PUBLIC_CODES = new Set([
  'ABORTED',
  'BAD_USER_INPUT',
  'FORBIDDEN',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'NOT_FOUND',
  'OPERATION_RESOLUTION_FAILURE',
  'UNAUTHENTICATED',
]);

export function formatGraphError(
  formatted: GraphQLFormattedError,
  error: unknown,
  logger: Logger,
): GraphQLFormattedError {
  const original = error instanceof GraphQLError && error.path ? (error.originalError ?? error) : error;
  const where = {
    ...(formatted.path ? { path: formatted.path } : {}),
    ...(formatted.locations ? { locations: formatted.locations } : {}),
  };
  if (original instanceof AccessError) {
    return { message: original.message, ...where, extensions: { code: original.code } };
  }
  const code = formatted.extensions?.['code'];
  if (typeof code === 'string' && PUBLIC_CODES.has(code)) {
    return { message: formatted.message, ...where, extensions: { code } };
  }
  const traceId = currentTraceId();
  logger.error({ err: original, path: formatted.path }, 'a resolver failed');
  return {
    message: 'Something went wrong on our side.',
    ...where,
    extensions: { code: 'INTERNAL', ...(traceId ? { traceId } : {}) },
  };
}

/** The same lane for errors outside of Apollo Server: those of a stream's events. */
export function formatStreamError(error: GraphQLError, logger: Logger): GraphQLFormattedError {
  const original = error.originalError ?? error;
  return formatGraphError(error.toJSON(), original instanceof AccessError ? original : error, logger);
}
