import { tellSessionChange, tokens } from '../auth/index.ts';
import { takeEarly } from '../early/early.ts';
import { currentLocale } from '../language/locale.ts';
import { GraphError, graphErrorCode } from './graph-error.ts';
import { operationBody } from './operation-body.ts';
import type { OperationBody } from './operation-body.ts';
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

interface Sending {
  readonly token: string | null;
  readonly signal?: AbortSignal;
}

async function send<TResult, TVariables>(
  document: TypedDocumentString<TResult, TVariables>,
  variables: TVariables,
  sending: Sending,
): Promise<TResult> {
  const response = await post({ ...operationBody(document), variables }, sending);
  const answer = await readAnswer<TResult>(response);
  if (answer.errors?.[0]?.extensions?.code !== 'PERSISTED_QUERY_NOT_FOUND') return unwrap(answer, response);
  // This page is of another release than the gateway, which knows its own documents only: so the text itself.
  const byText = await post({ query: await textOf(document), variables }, sending);
  return unwrap(await readAnswer<TResult>(byText), byText);
}

/** The text of one of our operations, fetched only now: a built page carries its hash alone. */
async function textOf<TResult, TVariables>(document: TypedDocumentString<TResult, TVariables>): Promise<string> {
  const hash: unknown = document.__meta__?.['hash'];
  if (typeof hash !== 'string') return document.toString();
  const { default: texts } = await import('./generated/persisted-documents.json');
  return (texts as Readonly<Record<string, string>>)[hash] ?? document.toString();
}

async function post(
  question: OperationBody & { readonly variables: unknown },
  { token, signal }: Sending,
): Promise<Response> {
  const body = JSON.stringify(question);
  const early = await takeEarly(body);
  if (early !== undefined) return early;
  const deadline = AbortSignal.timeout(DEADLINE_MS);
  return fetch('/graphql', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-modu-locale': currentLocale(),
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    },
    body,
    signal: signal === undefined ? deadline : AbortSignal.any([signal, deadline]),
  }).catch((cause: unknown) => {
    if (signal?.aborted) throw cause;
    throw new GraphError({ code: 'UNREACHABLE', message: 'The API did not answer', traceId: null });
  });
}

async function readAnswer<TResult>(response: Response): Promise<GraphAnswer<TResult>> {
  return (await response.json().catch(() => ({}))) as GraphAnswer<TResult>;
}

function unwrap<TResult>(answer: GraphAnswer<TResult>, response: Response): TResult {
  const problem = answer.errors?.[0];
  if (problem === undefined && response.ok && answer.data) return answer.data;
  const code = graphErrorCode({ status: response.status, code: problem?.extensions?.code });
  const traceId = response.headers.get('x-trace-id');
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  const retryAfterMs = Number.isFinite(seconds) ? seconds * 1_000 : null;
  throw new GraphError({ code, message: problem?.message ?? `HTTP ${response.status}`, traceId, retryAfterMs });
}
