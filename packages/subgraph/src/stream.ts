import { AccessError } from '@modu/errors';
import { newTraceId, parseTraceId, runWithTrace } from '@modu/logger';
import type { Logger } from '@modu/logger';
import { streamText } from '@modu/network';
import type { StreamRequest } from '@modu/network';
import type { IdentityTokens } from '@modu/viewer';
import { createSourceEventStream, GraphQLError } from 'graphql';
import type { ExecutionResult, GraphQLSchema } from 'graphql';
import type { Documents, ReadDocument } from './documents.ts';
import { formatStreamError } from './errors.ts';
import type { BaseContext } from './server.ts';

interface StreamOptions<Context extends BaseContext> {
  readonly name: string;
  readonly schema: GraphQLSchema;
  readonly documents: Documents;
  readonly identity: IdentityTokens;
  readonly logger: Logger;
  createContext(base: BaseContext): Context;
  readonly request: StreamRequest;
}

/**
 * Runs a subscription. Every event is executed with a context of its own, so that loaders never answer from an earlier
 * event. Ends when the source ends, when the consumer returns, or when `request.signal` aborts.
 */
export async function* openStream<Context extends BaseContext>(
  options: StreamOptions<Context>,
): AsyncIterableIterator<ExecutionResult> {
  const { name, schema, identity, logger, request } = options;
  const viewer = identity.verify(request.identity, { audience: name, text: streamText(request) });
  if (!viewer) return yield failed([new GraphQLError('Identity is missing or not ours.')], logger);
  const read = readStream(options.documents, request);
  if ('errors' in read) return yield failed(read.errors, logger);

  const traceId = parseTraceId(request.traceId) ?? newTraceId();
  const newContext = () => options.createContext({ viewer, logger, signal: request.signal });
  const variables = request.variables ?? {};
  const source = await runWithTrace(traceId, () =>
    createSourceEventStream({
      schema,
      document: read.document,
      contextValue: newContext(),
      variableValues: variables,
      ...(request.operationName ? { operationName: request.operationName } : {}),
    }),
  );
  if (!(Symbol.asyncIterator in source)) return yield failed(source.errors ?? [], logger);

  const events = source[Symbol.asyncIterator]();
  const waiting = untilAborted(request.signal);
  try {
    for (;;) {
      const next = await runWithTrace(traceId, () => waiting.for(events.next()));
      if (next.done) return;
      const result = await runWithTrace(traceId, () =>
        Promise.resolve(read.run({ variables, rootValue: next.value, context: newContext() })),
      );
      yield result.errors ? { ...result, ...failed(result.errors, logger) } : result;
    }
  } catch (error) {
    // A source may find out only at its first event that the viewer may not listen. Any other failure is a lost stream.
    if (!(error instanceof AccessError)) throw error;
    yield failed([new GraphQLError(error.message, { originalError: error })], logger);
  } finally {
    waiting.forget();
    // Not awaited: a source that is a generator returns only after the event it waits for.
    void events.return?.()?.catch((error: unknown) => logger.warn({ err: error }, 'a stream did not close cleanly'));
  }
}

interface Waiting {
  for<Next>(next: Promise<Next>): Promise<Next | { readonly done: true; readonly value: undefined }>;
  forget(): void;
}

/**
 * Ends the wait for an event that may never come. Each wait is a promise of its own: a race against one that lasts as long as the stream
 * would leave something behind on it for every event.
 */
function untilAborted(signal: AbortSignal): Waiting {
  let end: (() => void) | undefined;
  const onAbort = () => end?.();
  signal.addEventListener('abort', onAbort, { once: true });
  return {
    for: (next) =>
      new Promise((resolve, reject) => {
        end = () => resolve({ done: true, value: undefined });
        if (signal.aborted) end();
        next.then(resolve, reject);
      }),
    forget: () => signal.removeEventListener('abort', onAbort),
  };
}

function readStream(documents: Documents, { query, operationName }: StreamRequest): ReadDocument {
  const read = documents.read(query, operationName);
  if ('errors' in read || read.kind === 'subscription') return read;
  return {
    errors: [new GraphQLError('Only subscriptions are streamed.', { extensions: { code: 'BAD_USER_INPUT' } })],
  };
}

function failed(errors: readonly GraphQLError[], logger: Logger): ExecutionResult {
  return { errors: errors.map((error) => toGraphQLError(error, logger)) };
}

function toGraphQLError(error: GraphQLError, logger: Logger): GraphQLError {
  if (error.originalError instanceof AccessError || !error.originalError) {
    const code = error.originalError instanceof AccessError ? error.originalError.code : error.extensions['code'];
    return new GraphQLError(error.message, {
      ...(error.path ? { path: error.path } : {}),
      extensions: { code: code ?? 'BAD_USER_INPUT' },
    });
  }
  const { message, extensions } = formatStreamError(error, logger);
  return new GraphQLError(message, { ...(error.path ? { path: error.path } : {}), extensions: extensions ?? {} });
}
