import { IDENTITY_HEADER } from '@modu/viewer';
import type { IdentityTokens, Viewer } from '@modu/viewer';
import type { StreamRequest, TextPost } from './network.ts';

export interface SignedPost {
  readonly subgraph: string;
  readonly viewer: Viewer;
  /** The question as JSON; the identity is good for this text alone. */
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** A question for a subgraph as HTTP, with the signed identity of who asks. */
export function signedPost(identity: Pick<IdentityTokens, 'sign'>, post: SignedPost): Request {
  const { path, ...message } = signedText(identity, post);
  return new Request(`http://subgraph${path}`, { method: 'POST', ...message });
}

/** The same as text, for whoever posts it without a Request. */
export function signedText(
  identity: Pick<IdentityTokens, 'sign'>,
  { subgraph, viewer, body, headers = {}, signal }: SignedPost,
): TextPost {
  const token = identity.sign(viewer, { audience: subgraph, text: body });
  return {
    path: `/subgraphs/${subgraph}/graphql`,
    headers: { 'content-type': 'application/json', [IDENTITY_HEADER]: token, ...headers },
    body,
    ...(signal ? { signal } : {}),
  };
}

/** What the identity of a stream is signed for: its question as text, the same before and after it travelled as JSON. */
export function streamText({
  query,
  operationName,
  variables,
}: Pick<StreamRequest, 'query' | 'operationName' | 'variables'>): string {
  return JSON.stringify([query, operationName ?? null, variables ?? {}]);
}
