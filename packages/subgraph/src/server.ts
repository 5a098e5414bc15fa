import { buildSubgraphSchema } from '@apollo/subgraph';
import type { Logger } from '@modu/logger';
import { newTraceId, parseTraceId, runWithTrace } from '@modu/logger';
import type { GraphAnswer, GraphRequest, Service, StreamRequest } from '@modu/network';
import { inSpan, TRACEPARENT_HEADER } from '@modu/tracing';
import { IDENTITY_HEADER, TRACE_HEADER } from '@modu/viewer';
import type { IdentityTokens, Viewer } from '@modu/viewer';
import { answerBatch } from './answer-batch.ts';
import { readContract } from './contract.ts';
import { createDocuments } from './documents.ts';
import { resolveEntitiesAtOnce } from './execution/resolve-entities.ts';
import { parseBatch, parseJson, parseOperation, readText } from './request-body.ts';
import type { BatchEntry } from './request-body.ts';
import { createOperationRunner } from './run-operation.ts';
import { scalars } from './scalars.ts';
import { openStream } from './stream.ts';
import { watchResolvers } from './watch-resolvers.ts';

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
  execute(request: GraphRequest): Promise<GraphAnswer>;
  subscribe(request: StreamRequest): AsyncIterableIterator<unknown>;
  stop(): Promise<void>;
}

type SchemaModule = Extract<
  Extract<Parameters<typeof buildSubgraphSchema>[0], unknown[]>[number],
  { typeDefs: unknown }
>;
type ResolverMap = NonNullable<SchemaModule['resolvers']>;

/** A question whose identity was proven. */
type Question = BatchEntry & { readonly signal: AbortSignal };

const UNSIGNED: GraphAnswer = {
  errors: [{ message: 'Identity is missing or not ours.', extensions: { code: 'UNSIGNED_IDENTITY' } }],
};

/**
 * A subgraph as a function: from Request to Response behind HTTP, from question to answer in this process. It answers only
 * requests with an identity signed for them alone: subgraphs are for the gateway and our services, not for the outside.
 */
export async function createSubgraphServer<Context extends BaseContext>(
  options: SubgraphOptions<Context>,
): Promise<SubgraphServer> {
  const { name, schemaFile, resolvers, identity, logger, createContext } = options;
  const schema = buildSubgraphSchema([
    { typeDefs: readContract(schemaFile), resolvers: { ...scalars, ...resolvers } as ResolverMap },
  ]);
  resolveEntitiesAtOnce(schema);
  watchResolvers(schema);
  const documents = createDocuments(schema);
  const run = createOperationRunner({ documents, logger, createContext });

  const answerTo = ({ traceId, traceparent: parent, ...operation }: Question): Promise<GraphAnswer> =>
    runWithTrace(parseTraceId(traceId) ?? newTraceId(), () =>
      inSpan(`subgraph ${name}`, { kind: 'server', parent }, () => run(operation)),
    );

  return {
    execute: async ({ identity: pass, ...question }) => {
      const { query, variables } = question;
      const viewer = identity.redeemPass(pass, { audience: name, query, variables });
      return viewer ? answerTo({ ...question, viewer }) : UNSIGNED;
    },
    fetch: async (request) => {
      const unsigned = () => Response.json(UNSIGNED, { status: 401 });
      const notJson = () => Response.json({ errors: [{ message: 'The body must be JSON.' }] }, { status: 400 });
      // The body of a stranger is not even read.
      const signed = identity.read(request.headers.get(IDENTITY_HEADER), name);
      if (!signed) return unsigned();
      const text = await readText(request);
      if (text === undefined) return notJson();
      if (!signed.claim(text)) return unsigned();
      const body = parseJson(text);
      const { signal } = request;
      const { viewer } = signed;
      if (!viewer) {
        const batch = parseBatch(body);
        if (!batch) return unsigned();
        return answerBatch(
          batch.map((entry) => answerTo({ ...entry, signal })),
          request,
        );
      }
      const operation = parseOperation(body);
      if (!operation) return notJson();
      const traceId = request.headers.get(TRACE_HEADER) ?? undefined;
      const traceparent = request.headers.get(TRACEPARENT_HEADER) ?? undefined;
      const answer = await answerTo({ ...operation, viewer, traceId, traceparent, signal });
      return Response.json(answer, { status: 'data' in answer ? 200 : 400 });
    },
    subscribe: (request) => openStream({ name, schema, documents, identity, logger, createContext, request }),
    stop: () => Promise.resolve(),
  };
}
