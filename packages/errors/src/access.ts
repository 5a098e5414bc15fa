/**
 * Thrown when a request may not be made at all (no identity, wrong kind of identity). It reaches the client as a GraphQL
 * error with this code; what a person could act on is a `Refusal` instead.
 */
export class AccessError extends Error {
  readonly code: 'UNAUTHENTICATED' | 'FORBIDDEN';

  constructor(code: 'UNAUTHENTICATED' | 'FORBIDDEN', message: string) {
    super(message);
    this.name = 'AccessError';
    this.code = code;
  }
}
