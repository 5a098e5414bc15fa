import { currentTraceId } from '@modu/logger';
import { traceparent, TRACEPARENT_HEADER } from '@modu/tracing';
import { TRACE_HEADER } from '@modu/viewer';
import type { IdentityTokens, Viewer } from '@modu/viewer';
import type { Locale } from '@modu/errors';
import type { GraphAnswer, Network, Service } from './network.ts';
import { signedText } from './signed-post.ts';
import { untilAborted } from './until-aborted.ts';

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

const DEFAULT_TIMEOUT_MS = 10_000;

interface CallerOptions {
  readonly service: string;
  readonly network: Network;
  readonly identity: IdentityTokens;
}

export function createServiceCaller(options: CallerOptions): ServiceCaller {
  return {
    call: async <Data>(call: GraphCall): Promise<Data> => {
      const answer = await ask(options, call);
      const [first, ...rest] = answer.errors ?? [];
      if (first || answer.data === undefined || answer.data === null) {
        const codes = [first, ...rest].flatMap((error) => codeOf(error?.extensions) ?? []);
        throw new GraphCallError(call.subgraph, codes, first?.message ?? 'the answer held no data');
      }
      return answer.data as Data;
    },
  };
}

function codeOf(extensions: Readonly<Record<string, unknown>> | undefined): string | undefined {
  const code = extensions?.['code'];
  return typeof code === 'string' ? code : undefined;
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

async function ask(options: CallerOptions, call: GraphCall): Promise<GraphAnswer> {
  const { subgraph, signal, timeoutMs = DEFAULT_TIMEOUT_MS } = call;
  const deadline = AbortSignal.timeout(timeoutMs);
  const end = signal ? AbortSignal.any([signal, deadline]) : deadline;
  const service = options.network.serviceOf(subgraph);
  try {
    end.throwIfAborted();
    return service?.execute
      ? await untilAborted(executeIn(service.execute, { ...options, call, signal: end }), end)
      : await post(options, call, end);
  } catch (error) {
    if (signal?.aborted) throw signal.reason;
    throw new GraphCallError(subgraph, ['UNREACHABLE'], 'did not answer', { cause: error });
  }
}

async function post(
  { service, network, identity }: CallerOptions,
  { subgraph, query, variables = {}, ...who }: GraphCall,
  signal: AbortSignal,
): Promise<GraphAnswer> {
  const traceId = currentTraceId();
  const parent = traceparent();
  const question = signedText(identity, {
    subgraph,
    viewer: viewerOf(service, who),
    headers: {
      ...(traceId ? { [TRACE_HEADER]: traceId } : {}),
      ...(parent ? { [TRACEPARENT_HEADER]: parent } : {}),
    },
    body: JSON.stringify({ query, variables }),
    signal,
  });
  return JSON.parse(await network.post(subgraph, question)) as GraphAnswer;
}

/** Asks a subgraph of this process without HTTP. What goes in and comes out is what would have travelled as JSON: dates are text, nothing is shared. */
async function executeIn(
  execute: NonNullable<Service['execute']>,
  { service, identity, call, signal }: CallerOptions & { readonly call: GraphCall; readonly signal: AbortSignal },
): Promise<GraphAnswer> {
  const { subgraph, query, variables: given = {}, ...who } = call;
  const variables = asJson(given);
  const pass = identity.issuePass(viewerOf(service, who), { audience: subgraph, query, variables });
  return asJson(await execute({ query, variables, identity: pass, traceId: currentTraceId(), signal }));
}

function asJson<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value;
}
