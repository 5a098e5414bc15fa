import type { GraphRequest } from '@modu/network';

type Operation = Pick<GraphRequest, 'query' | 'variables' | 'operationName'>;
type BatchEntry = Omit<GraphRequest, 'signal'>;

const BODY_CHARACTERS_MAX = 1_000_000;
const ENTRIES_MAX = 100;

/** The body as JSON; `undefined` when it is none, or far too large. */
export async function readJson(request: Request): Promise<unknown> {
  if (Number(request.headers.get('content-length') ?? 0) > BODY_CHARACTERS_MAX * 4) return undefined;
  const text = await request.text();
  if (text.length > BODY_CHARACTERS_MAX) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** One operation of a POST; `undefined` for anything else. */
export function parseOperation(body: unknown): Operation | undefined {
  if (!isObject(body) || typeof body['query'] !== 'string') return undefined;
  const { query, variables, operationName } = body;
  return {
    query,
    ...(isObject(variables) ? { variables } : {}),
    ...(typeof operationName === 'string' ? { operationName } : {}),
  };
}

/**
 * Operations that the gateway sends together. Each carries the identity it is asked under in its `extensions`: people share
 * such a request, so no header of it says who they are.
 */
export function parseBatch(body: unknown): readonly BatchEntry[] | undefined {
  if (!Array.isArray(body) || body.length > ENTRIES_MAX) return undefined;
  const entries = body.map((one: unknown): BatchEntry | undefined => {
    const operation = parseOperation(one);
    const extensions = isObject(one) && isObject(one['extensions']) ? one['extensions'] : {};
    const { identity, traceId, traceparent } = extensions;
    if (!operation || typeof identity !== 'string') return undefined;
    return {
      ...operation,
      identity,
      ...(typeof traceId === 'string' ? { traceId } : {}),
      ...(typeof traceparent === 'string' ? { traceparent } : {}),
    };
  });
  return entries.every((entry) => entry !== undefined) ? entries : undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
