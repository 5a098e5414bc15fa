/** What never changes of a fetch: made once, when the plan is compiled. */
export interface PreparedFetch {
  readonly subgraph: string;
  readonly query: string;
  readonly operationName: string | undefined;
  /** `query`, `mutation` or `subscription`; only queries may be sent twice. */
  readonly operationKind: string;
  /** The body as JSON text up to the variables: `{"query":…,"operationName":…,"variables":`. */
  readonly bodyHead: string;
}

/** One fetch of one execution. */
export interface SubgraphCall<Context> {
  readonly fetch: PreparedFetch;
  /** The variables as the text of a JSON object. */
  readonly variables: string;
  readonly context: Context;
  readonly signal: AbortSignal | undefined;
}

export interface SubgraphError {
  readonly message: string;
  readonly path?: readonly (string | number)[] | undefined;
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
}

/** What a subgraph answered. `data` is given away: the executor merges it into the answer of the operation. */
export interface SubgraphAnswer {
  readonly data?: unknown;
  readonly errors?: readonly SubgraphError[] | undefined;
}

/** Carries a fetch to its subgraph. Throws when the subgraph could not be asked or gave no GraphQL answer. */
export type FetchSubgraph<Context> = (call: SubgraphCall<Context>) => Promise<SubgraphAnswer>;

/** The whole body of a call, as JSON text. */
export function bodyOf({ fetch, variables }: Pick<SubgraphCall<unknown>, 'fetch' | 'variables'>): string {
  return `${fetch.bodyHead}${variables}}`;
}
