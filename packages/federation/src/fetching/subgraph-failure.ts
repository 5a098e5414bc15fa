export type FailureCode = 'UNREACHABLE' | 'DEADLINE' | 'TOO_LARGE' | 'NOT_GRAPHQL' | 'CIRCUIT_OPEN' | 'ABORTED';

/** A subgraph that gave no GraphQL answer, and why. */
export class SubgraphFailure extends Error {
  readonly code: FailureCode;
  /** Whether the same question may be answered a moment later. */
  readonly isPassing: boolean;

  constructor(code: FailureCode, message: string, options: ErrorOptions & { readonly isPassing?: boolean } = {}) {
    super(message, options);
    this.name = 'SubgraphFailure';
    this.code = code;
    this.isPassing = options.isPassing ?? code === 'UNREACHABLE';
  }
}
