import { tellSessionChange, tokens } from '../auth/index.ts';
import { currentLocale } from '../language/locale.ts';
import { GraphError, graphErrorCode } from './graph-error.ts';
import type { TypedDocumentString } from './generated/graphql.ts';

const DEADLINE_MS = 20_000;

interface GraphAnswer<TResult> {
  readonly data?: TResult | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: unknown } }[];
}

/**
 * Runs a query or mutation as the viewer. A refused token is renewed once; if that fails too the session has ended.
 * Throws GraphError; a `Refusal` comes back as data.
 */
export async function request<TResult, TVariables>(
  document: TypedDocumentString<TResult, TVariables>,
  variables: TVariables,
  options: { readonly signal?: AbortSignal } = {},
): Promise<TResult> {
  try {
    return await send(document, variables, { ...options, token: await tokens.get() });
  } catch (error) {
    if (!(error instanceof GraphError) || error.code !== 'UNAUTHENTICATED') throw error;
    const token = await tokens.renew();
    if (token === null) {
      tellSessionChange('expired');
      throw error;
    }
    return await send(document, variables, { ...options, token });
  }
}

async function send<TResult, TVariables>(
  document: TypedDocumentString<TResult, TVariables>,
  variables: TVariables,
  { token, signal }: { readonly token: string | null; readonly signal?: AbortSignal },
): Promise<TResult> {
  const deadline = AbortSignal.timeout(DEADLINE_MS);
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-modu-locale': currentLocale(),
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query: document.toString(), variables }),
    signal: signal === undefined ? deadline : AbortSignal.any([signal, deadline]),
  }).catch((cause: unknown) => {
    if (signal?.aborted) throw cause;
    throw new GraphError({ code: 'UNREACHABLE', message: 'The API did not answer', traceId: null });
  });
  return await readAnswer<TResult>(response);
}

async function readAnswer<TResult>(response: Response): Promise<TResult> {
  const traceId = response.headers.get('x-trace-id');
  const answer = (await response.json().catch(() => ({}))) as GraphAnswer<TResult>;
  const problem = answer.errors?.[0];
  if (problem === undefined && response.ok && answer.data) return answer.data;
  const code = graphErrorCode({ status: response.status, code: problem?.extensions?.code });
  throw new GraphError({ code, message: problem?.message ?? `HTTP ${response.status}`, traceId });
}
