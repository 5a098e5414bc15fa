import type { GraphRequest } from '@modu/network';
import { parseViewer } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';

type Operation = Pick<GraphRequest, 'query' | 'variables' | 'operationName'>;
/** One of many questions that travel together, with who asks it. */
export type BatchEntry = Omit<GraphRequest, 'signal' | 'identity'> & { readonly viewer: Viewer };

const BODY_CHARACTERS_MAX = 1_000_000;
const ENTRIES_MAX = 100;

/** The body as it came; `undefined` when it is far too large. */
export async function readText(request: Request): Promise<string | undefined> {
  if (Number(request.headers.get('content-length') ?? 0) > BODY_CHARACTERS_MAX * 4) return undefined;
  const text = await request.text();
  return text.length > BODY_CHARACTERS_MAX ? undefined : text;
}

/** The body as JSON; `undefined` when it is none. */
export function parseJson(text: string): unknown {
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
 * Operations that the gateway sends together. Each says in its `extensions` who asks it: people share such a request, and what
 * is signed is the whole of it.
 */
export function parseBatch(body: unknown): readonly BatchEntry[] | undefined {
  if (!Array.isArray(body) || body.length > ENTRIES_MAX) return undefined;
  const entries = body.map((one: unknown): BatchEntry | undefined => {
    const operation = parseOperation(one);
    const extensions = isObject(one) && isObject(one['extensions']) ? one['extensions'] : {};
    const { traceId, traceparent } = extensions;
    const viewer = parseViewer(extensions['viewer']);
    if (!operation || !viewer) return undefined;
    return {
      ...operation,
      viewer,
      ...(typeof traceId === 'string' ? { traceId } : {}),
      ...(typeof traceparent === 'string' ? { traceparent } : {}),
    };
  });
  return entries.every((entry) => entry !== undefined) ? entries : undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
