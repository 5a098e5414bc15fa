import type { TypedDocumentString } from './generated/graphql.ts';

/** What names an operation on the wire: its hash, which the gateway trusts, or its text where it has none. */
export interface OperationBody {
  readonly query?: string;
  readonly extensions?: { readonly persistedQuery: { readonly version: 1; readonly sha256Hash: string } };
}

/** The hash alone: shorter to send, and the gateway runs what the build extracted, whoever asks. */
export function operationBody<TResult, TVariables>(document: TypedDocumentString<TResult, TVariables>): OperationBody {
  const hash: unknown = document.__meta__?.['hash'];
  if (typeof hash !== 'string') return { query: document.toString() };
  return { extensions: { persistedQuery: { version: 1, sha256Hash: hash.replace('sha256:', '') } } };
}
