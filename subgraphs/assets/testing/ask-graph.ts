import { signedPost } from '@modu/network';
import type { Network } from '@modu/network';
import type { IdentityTokens, Viewer } from '@modu/viewer';

export interface GraphAnswer {
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

export interface Question {
  readonly subgraph: string;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly viewer: Viewer;
}

/** Asks a subgraph the way the gateway does: an HTTP request with a signed identity. */
export async function askGraph(
  { subgraph, query, variables = {}, viewer }: Question,
  { network, identity }: { readonly network: Network; readonly identity: IdentityTokens },
): Promise<GraphAnswer> {
  const request = signedPost(identity, { subgraph, viewer, body: JSON.stringify({ query, variables }) });
  return (await (await network.fetch(subgraph, request)).json()) as GraphAnswer;
}
