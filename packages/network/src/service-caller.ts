import { currentTraceId } from '@modu/logger';
import { traceparent, TRACEPARENT_HEADER } from '@modu/tracing';
import { TRACE_HEADER } from '@modu/viewer';
import type { IdentityTokens, Viewer } from '@modu/viewer';
import type { Locale } from '@modu/errors';
import type { Network } from './network.ts';
import { signedPost } from './signed-post.ts';

export interface GraphCall {
  readonly subgraph: string;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  /** The user on whose behalf the service works; decides what it may touch. */
  readonly actingFor?: string;
  /** Links in the answer are followed by this service, not by a browser: they name the bucket as services reach it. */
  readonly followsLinks?: true;
  readonly locale?: Locale;
  readonly signal?: AbortSignal;
  readonly timeoutMs?: number;
}

/** Calls internal operations of other domains under this service's own identity. */
export interface ServiceCaller {
  /**
   * @returns the `data` of the answer.
   * @throws GraphCallError when the other side is unreachable or answers with errors. A refusal is data, not an error.
   */
  call<Data>(call: GraphCall): Promise<Data>;
}

export class GraphCallError extends Error {
  readonly subgraph: string;
  /** Codes of the GraphQL errors, or `UNREACHABLE`. */
  readonly codes: readonly string[];

  constructor(subgraph: string, codes: readonly string[], message: string, options?: ErrorOptions) {
    super(`${subgraph}: ${message}`, options);
    this.name = 'GraphCallError';
    this.subgraph = subgraph;
    this.codes = codes;
  }
}

interface GraphAnswer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

const DEFAULT_TIMEOUT_MS = 10_000;

export function createServiceCaller(options: {
  readonly service: string;
  readonly network: Network;
  readonly identity: IdentityTokens;
}): ServiceCaller {
  return {
    call: async <Data>(call: GraphCall): Promise<Data> => {
      const answer = await post(options, call);
      const [first, ...rest] = answer.errors ?? [];
      if (first || answer.data === undefined || answer.data === null) {
        const codes = [first, ...rest].flatMap((error) => error?.extensions?.code ?? []);
        throw new GraphCallError(call.subgraph, codes, first?.message ?? 'the answer held no data');
      }
      return answer.data as Data;
    },
  };
}

function viewerOf(
  service: string,
  { actingFor, followsLinks, locale = 'en' }: Pick<GraphCall, 'actingFor' | 'followsLinks' | 'locale'>,
): Viewer {
  return {
    kind: 'service',
    service,
    locale,
    ...(actingFor ? { actingFor } : {}),
    ...(followsLinks ? { followsLinks } : {}),
  };
}

async function post(
  { service, network, identity }: Parameters<typeof createServiceCaller>[0],
  { subgraph, query, variables = {}, signal, timeoutMs = DEFAULT_TIMEOUT_MS, ...who }: GraphCall,
): Promise<GraphAnswer> {
  const traceId = currentTraceId();
  const parent = traceparent();
  const deadline = AbortSignal.timeout(timeoutMs);
  const request = signedPost(identity, {
    subgraph,
    viewer: viewerOf(service, who),
    headers: {
      ...(traceId ? { [TRACE_HEADER]: traceId } : {}),
      ...(parent ? { [TRACEPARENT_HEADER]: parent } : {}),
    },
    body: JSON.stringify({ query, variables }),
    signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
  });
  try {
    const response = await network.fetch(subgraph, request);
    return (await response.json()) as GraphAnswer;
  } catch (error) {
    if (signal?.aborted) throw signal.reason;
    throw new GraphCallError(subgraph, ['UNREACHABLE'], 'did not answer', { cause: error });
  }
}
