import { z } from 'zod';

/** What a client may send as an operation, over HTTP or as the payload of a subscription. */
export interface GraphqlBody {
  readonly query?: string | undefined;
  /** Never empty: some clients send an empty name for none. */
  readonly operationName?: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
  /** The hash of a trusted document, sent instead of its text. */
  readonly documentHash?: string | undefined;
}

const HASH = /^(?:sha256:)?([0-9a-f]{64})$/;

/** No input is nested as deep. What is beyond is refused: who writes it again as text would run out of stack. */
const DEPTH_MAX = 64;

const body = z.object({
  query: z.string().nullish(),
  operationName: z.string().max(200).nullish(),
  variables: z
    .record(z.string(), z.unknown())
    .refine((variables) => !isDeeperThan(variables, DEPTH_MAX))
    .nullish(),
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
    operationName: operationName || undefined,
    variables: variables ?? {},
    documentHash: hash && `sha256:${hash}`,
  };
}

function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeperThan(inner, levels - 1));
}
