export type GraphErrorCode = 'UNREACHABLE' | 'UNAUTHENTICATED' | 'FORBIDDEN' | 'RATE_LIMITED' | 'INTERNAL';

/** A request to the API that gave no usable answer. Refusals are values in the answer, not this. */
export class GraphError extends Error {
  override readonly name = 'GraphError';
  readonly code: GraphErrorCode;
  /** The id to quote to those who look into it; null when the answer never came. */
  readonly traceId: string | null;
  /** When it may be tried again, where the server said so. */
  readonly retryAfterMs: number | null;

  constructor({ code, message, traceId, retryAfterMs = null }: GraphErrorParts) {
    super(message);
    this.code = code;
    this.traceId = traceId;
    this.retryAfterMs = retryAfterMs;
  }
}

interface GraphErrorParts {
  readonly code: GraphErrorCode;
  readonly message: string;
  readonly traceId: string | null;
  readonly retryAfterMs?: number | null;
}

const CODES: Readonly<Record<string, GraphErrorCode>> = {
  UNAUTHENTICATED: 'UNAUTHENTICATED',
  FORBIDDEN: 'FORBIDDEN',
  RATE_LIMITED: 'RATE_LIMITED',
};

/** Reads a GraphQL answer's code, else its HTTP status. */
export function graphErrorCode({ status, code }: { readonly status: number; readonly code: unknown }): GraphErrorCode {
  const known = typeof code === 'string' ? CODES[code] : undefined;
  if (known !== undefined) return known;
  if (status === 401) return 'UNAUTHENTICATED';
  if (status === 429) return 'RATE_LIMITED';
  if (status === 502 || status === 503 || status === 504) return 'UNREACHABLE';
  return 'INTERNAL';
}

/** Whether trying the same again could help. */
export function isWorthRetrying(error: unknown): boolean {
  return error instanceof GraphError && (error.code === 'UNREACHABLE' || error.code === 'INTERNAL');
}
