import { ApolloServer, HeaderMap } from '@apollo/server';
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import { buildSubgraphSchema } from '@apollo/subgraph';
import type { Logger } from '@modu/logger';
import { newTraceId, parseTraceId, runWithTrace } from '@modu/logger';
import type { Service, StreamRequest } from '@modu/network';
import { IDENTITY_HEADER, TRACE_HEADER } from '@modu/viewer';
import type { IdentityTokens, Viewer } from '@modu/viewer';
import { readContract } from './contract.ts';
import { formatGraphError } from './errors.ts';
import { scalars } from './scalars.ts';
import { openStream } from './stream.ts';

/** What every request has; a domain's `createContext` adds its loaders to it. */
export interface BaseContext {
  readonly viewer: Viewer;
  readonly logger: Logger;
  /** Aborts when the client is gone. */
  readonly signal: AbortSignal;
}

export interface SubgraphOptions<Context extends BaseContext> {
  readonly name: string;
  readonly schemaFile: URL;
  readonly resolvers: Readonly<Record<string, unknown>>;
  readonly identity: IdentityTokens;
  readonly logger: Logger;
  /** Called for each request, and for each event of a stream, so that no loader outlives what it cached. */
  createContext(base: BaseContext): Context;
}

export interface SubgraphServer extends Service {
  subscribe(request: StreamRequest): AsyncIterableIterator<unknown>;
  stop(): Promise<void>;
}

type SchemaModule = Extract<Extract<Parameters<typeof buildSubgraphSchema>[0], unknown[]>[number], { typeDefs: unknown }>;
type ResolverMap = NonNullable<SchemaModule['resolvers']>;

const BODY_BYTES_MAX = 1_000_000;

/**
 * A subgraph as a function from Request to Response, the same in this process and behind HTTP. It answers only requests
 * with a signed identity: subgraphs are for the gateway and our services, not for the outside.
 */
export async function createSubgraphServer<Context extends BaseContext>(
  options: SubgraphOptions<Context>,
): Promise<SubgraphServer> {
  const { schemaFile, resolvers, identity, logger, createContext } = options;
  const schema = buildSubgraphSchema([
    { typeDefs: readContract(schemaFile), resolvers: { ...scalars, ...resolvers } as ResolverMap },
  ]);
  const server = new ApolloServer<Context>({
    schema,
    csrfPrevention: false,
    introspection: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    plugins: [ApolloServerPluginInlineTraceDisabled()],
    logger,
    formatError: (formatted, error) => formatGraphError(formatted, error, logger),
  });
  await server.start();

  return {
    fetch: async (request) => {
      const viewer = await identity.verify(request.headers.get(IDENTITY_HEADER));
      if (!viewer) return refuseUnsigned();
      const body = await readJson(request);
      if (body === undefined) return Response.json({ errors: [{ message: 'The body must be JSON.' }] }, { status: 400 });
      const traceId = parseTraceId(request.headers.get(TRACE_HEADER)) ?? newTraceId();
      return runWithTrace(traceId, async () => {
        const answered = await server.executeHTTPGraphQLRequest({
          httpGraphQLRequest: { method: 'POST', headers: toHeaderMap(request.headers), search: '', body },
          context: () => Promise.resolve(createContext({ viewer, logger, signal: request.signal })),
        });
        const headers = Object.fromEntries(answered.headers);
        const text = answered.body.kind === 'complete' ? answered.body.string : '';
        return new Response(text, { status: answered.status ?? 200, headers });
      });
    },
    subscribe: (request) => openStream({ schema, identity, logger, createContext, request }),
    stop: () => server.stop(),
  };
}

function refuseUnsigned(): Response {
  const error = { message: 'Identity is missing or not ours.', extensions: { code: 'UNSIGNED_IDENTITY' } };
  return Response.json({ errors: [error] }, { status: 401 });
}

function toHeaderMap(headers: Headers): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of headers) map.set(name, value);
  return map;
}

async function readJson(request: Request): Promise<unknown> {
  const declared = Number(request.headers.get('content-length') ?? 0);
  if (declared > BODY_BYTES_MAX) return undefined;
  const text = await request.text();
  if (text.length > BODY_BYTES_MAX) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
