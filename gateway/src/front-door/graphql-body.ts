import { z } from 'zod';

/** What a client may send as an operation, over HTTP or as the payload of a subscription. */
export interface GraphqlBody {
  readonly query?: string | undefined;
  readonly operationName?: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
  /** The hash of a trusted document, sent instead of its text. */
  readonly documentHash?: string | undefined;
}

const HASH = /^(?:sha256:)?([0-9a-f]{64})$/;

const body = z.object({
  query: z.string().nullish(),
  operationName: z.string().max(200).nullish(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  documentId: z.string().regex(HASH).nullish(),
  extensions: z
    .object({ persistedQuery: z.object({ sha256Hash: z.string().regex(HASH) }).nullish() })
    .nullish()
    .catch(null),
});

/** Parses the JSON of a request: `query`, or the hash of a trusted document in either of its two usual places. */
export function parseGraphqlBody(value: unknown): GraphqlBody | undefined {
  const parsed = body.safeParse(value);
  if (!parsed.success) return undefined;
  const { query, operationName, variables, documentId, extensions } = parsed.data;
  const hash = HASH.exec(documentId ?? extensions?.persistedQuery?.sha256Hash ?? '')?.[1];
  return {
    query: query || undefined,
    operationName: operationName ?? undefined,
    variables: variables ?? {},
    documentHash: hash && `sha256:${hash}`,
  };
}
