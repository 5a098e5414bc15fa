import type { Pass } from '@modu/viewer';
import { Agent, fetch as undiciFetch, request as undiciRequest } from 'undici';
import { messageHeaders } from './message-headers.ts';
import { openRemoteStream } from './remote-stream.ts';
import type { RemoteStreams } from './remote-stream.ts';

/** A GraphQL subscription asked of a subgraph, with the identity it is asked under: a token signed for `streamText` of it. */
export interface StreamRequest {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
  readonly identity: string;
  readonly traceId?: string;
  readonly signal: AbortSignal;
}

/** A query or mutation asked of a subgraph in this process: what a POST would carry, without the text, under a pass for it. */
export interface GraphRequest {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string | undefined;
  readonly identity: Pass;
  readonly traceId?: string | undefined;
  /** The span of the caller, when it runs in another process. */
  readonly traceparent?: string | undefined;
  readonly signal: AbortSignal;
}

export interface GraphAnswer {
  readonly data?: unknown;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[] | undefined;
    readonly extensions?: Readonly<Record<string, unknown>> | undefined;
  }[];
}

/** Text posted to a module, which answers with text. */
export interface TextPost {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly signal?: AbortSignal;
}

/** What a running module offers to others: HTTP as a function, and live streams where it has them. */
export interface Service {
  fetch(request: Request): Promise<Response>;
  subscribe?(request: StreamRequest): AsyncIterableIterator<unknown>;
  /** The same as a POST of GraphQL over `fetch`, checks included, for callers in this process. */
  execute?(request: GraphRequest): Promise<GraphAnswer>;
}

/**
 * Reaches a module by name. Where it runs does not matter to the caller: in this process its handler is called with the
 * same Request that would go over HTTP (same headers, same JSON, same checks), elsewhere it is sent to its URL.
 */
export interface Network {
  attach(module: string, service: Service): void;
  detach(module: string): void;
  isLocal(module: string): boolean;
  /** The module itself, when it runs in this process. */
  serviceOf(module: string): Service | undefined;
  /** Base URL of a module in another process; `undefined` when it is local or unknown. */
  urlOf(module: string): URL | undefined;
  fetch(module: string, request: Request): Promise<Response>;
  /** Posts a whole text and gives back the text of the answer, whatever its status. Takes less than a Request. */
  post(module: string, message: TextPost): Promise<string>;
  subscribe(module: string, request: StreamRequest): AsyncIterableIterator<unknown>;
  close(): Promise<void>;
}

export class NetworkError extends Error {
  readonly code: 'UNKNOWN_MODULE' | 'UNREACHABLE' | 'NO_STREAMS';

  constructor(code: NetworkError['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'NetworkError';
    this.code = code;
  }
}

export interface NetworkOptions {
  /** Module name → base URL, for the modules that run in other processes. */
  readonly routes?: Readonly<Record<string, string>>;
  /** How long another process may take to answer before the call fails. */
  readonly timeoutMs?: number;
  /** How often another process that streams is asked whether it is still there; its streams are lost when it does not answer. */
  readonly heartbeatMs?: number;
}

export function createNetwork(options: NetworkOptions = {}): Network {
  const { routes = {}, timeoutMs = 30_000, heartbeatMs = 10_000 } = options;
  const local = new Map<string, Service>();
  const remote = new Map(Object.entries(routes).map(([name, url]) => [name, new URL(url)]));
  const agent = new Agent({ connections: 64, keepAliveTimeout: 30_000, headersTimeout: timeoutMs });
  const streams: RemoteStreams = new Map();

  const locate = (module: string): Service | URL => {
    const found = local.get(module) ?? remote.get(module);
    if (!found) throw new NetworkError('UNKNOWN_MODULE', `No module named "${module}" runs here and none is routed.`);
    return found;
  };

  return {
    attach: (module, service) => void local.set(module, service),
    detach: (module) => void local.delete(module),
    isLocal: (module) => local.has(module),
    serviceOf: (module) => local.get(module),
    urlOf: (module) => (local.has(module) ? undefined : remote.get(module)),
    fetch: async (module, request) => {
      const target = locate(module);
      return target instanceof URL ? fetchRemote(target, request, { agent, timeoutMs }) : target.fetch(request);
    },
    post: async (module, message) => {
      const target = locate(module);
      return target instanceof URL ? postRemote(target, message, { agent, timeoutMs }) : postLocal(target, message);
    },
    subscribe: (module, request) => {
      const target = locate(module);
      if (target instanceof URL) return openRemoteStream(streams, { module, base: target, request, heartbeatMs });
      if (!target.subscribe) throw new NetworkError('NO_STREAMS', `The module "${module}" has no live streams.`);
      return target.subscribe(request);
    },
    close: async () => {
      for (const client of streams.values()) await client.dispose();
      await agent.close();
    },
  };
}

async function postLocal(service: Service, { path, ...message }: TextPost): Promise<string> {
  const response = await service.fetch(new Request(`http://module${path}`, { method: 'POST', ...message }));
  return response.text();
}

async function postRemote(
  base: URL,
  { path, headers, body, signal }: TextPost,
  { agent, timeoutMs }: { agent: Agent; timeoutMs: number },
): Promise<string> {
  const end = signal ?? AbortSignal.timeout(timeoutMs);
  try {
    const asked = { method: 'POST', headers, body, signal: end, dispatcher: agent } as const;
    const answer = await undiciRequest(new URL(path, base), asked);
    return await answer.body.text();
  } catch (error) {
    throw new NetworkError('UNREACHABLE', `The process at ${base.host} did not answer.`, { cause: error });
  }
}

async function fetchRemote(
  base: URL,
  request: Request,
  { agent, timeoutMs }: { agent: Agent; timeoutMs: number },
): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const body = request.body ? new Uint8Array(await request.arrayBuffer()) : null;
  try {
    const response = await undiciFetch(new URL(pathname + search, base), {
      method: request.method,
      headers: messageHeaders(request.headers),
      body,
      redirect: 'manual',
      signal: AbortSignal.any([request.signal, AbortSignal.timeout(timeoutMs)]),
      dispatcher: agent,
    });
    return response as unknown as Response;
  } catch (error) {
    throw new NetworkError('UNREACHABLE', `The process at ${base.host} did not answer.`, { cause: error });
  }
}
