import type { Logger } from '@modu/logger';
import type { GraphAnswer } from '@modu/network';
import type { Viewer } from '@modu/viewer';
import { GraphQLError } from 'graphql';
import type { Documents } from './documents.ts';
import { formatGraphError } from './errors.ts';
import type { BaseContext } from './server.ts';

export interface OperationToRun {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
  readonly operationName?: string | null | undefined;
  readonly viewer: Viewer;
  readonly signal: AbortSignal;
}

interface RunOptions<Context extends BaseContext> {
  readonly documents: Documents;
  readonly logger: Logger;
  createContext(base: BaseContext): Context;
}

/** Runs queries and mutations of a subgraph: the same for callers in this process and behind HTTP. */
export function createOperationRunner<Context extends BaseContext>(
  options: RunOptions<Context>,
): (operation: OperationToRun) => Promise<GraphAnswer> {
  const { documents, logger, createContext } = options;
  const failed = (errors: readonly GraphQLError[]) =>
    errors.map((error) => formatGraphError(error.toJSON(), error, logger));
  return async ({ query, variables, operationName, viewer, signal }) => {
    const read = documents.read(query, operationName ?? undefined);
    if ('errors' in read) return { errors: failed(read.errors) };
    if (read.kind === 'subscription') {
      const extensions = { code: 'BAD_USER_INPUT' };
      return { errors: failed([new GraphQLError('Subscriptions are streamed.', { extensions })]) };
    }
    const result = await read.run({ context: createContext({ viewer, logger, signal }), variables });
    if (!result.errors) return { data: result.data };
    // Without data nothing ran: the variables were not what the operation declares.
    if (result.data === undefined) return { errors: failed(result.errors.map(asInput)) };
    return { errors: failed(result.errors), data: result.data };
  };
}

function asInput({ message }: GraphQLError): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}
