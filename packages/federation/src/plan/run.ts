/** An object of an answer while it is put together. */
export type Fields = Record<string, unknown>;

export type PathPart = string | number;

/** An error as it goes into an answer. */
export interface FederationError {
  readonly message: string;
  readonly path?: readonly PathPart[] | undefined;
  readonly locations?: readonly { readonly line: number; readonly column: number }[] | undefined;
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
  /** What was thrown, for logs; not part of an answer. */
  readonly cause?: unknown;
}

/** One execution of a compiled operation. */
export interface Run<Context> {
  readonly context: Context;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Aborts when the client is gone or the time is up: no fetch begins after that. */
  readonly signal: AbortSignal | undefined;
  /** What the subgraphs answered so far, merged. */
  readonly data: Fields;
  readonly errors: FederationError[];
  /** A fetch, or the whole answer to a representation, came back empty: its errors explain any null that this leaves. */
  hasGaps: boolean;
}

/** The objects a plan node works on, and where they lie in `Run.data`. */
export interface Cursor {
  readonly objects: readonly Fields[];
  /** Response names from the root, `@` for the elements of a list. */
  readonly path: readonly PathPart[];
}

/** A plan node, compiled. */
export type Step<Context> = (run: Run<Context>, cursor: Cursor) => Promise<void> | void;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
