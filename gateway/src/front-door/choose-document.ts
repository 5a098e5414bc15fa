import type { Viewer } from '@modu/viewer';
import type { GraphqlBody } from './graphql-body.ts';
import type { TrustedDocuments } from './trusted-documents.ts';

export type ChosenDocument =
  | { readonly ok: true; readonly text: string; readonly trusted: boolean }
  | { readonly ok: false; readonly status: number; readonly code: string; readonly message: string };

interface Asked {
  readonly body: Pick<GraphqlBody, 'query' | 'documentHash'>;
  readonly viewer: Viewer;
  readonly trusted: TrustedDocuments;
}

/** Harmless, and what uptime checks ask. */
const ANYONE_MAY_ASK = /^\s*(?:query\s*)?\{\s*__typename\s*\}\s*$/;

/**
 * Which document runs. Trusted ones run for everyone; documents of one's own are for people who are signed in and for API
 * keys, so that whoever costs us something has a name and limits of their own.
 */
export function chooseDocument({ body, viewer, trusted }: Asked): ChosenDocument {
  const { query, documentHash } = body;
  if (query === undefined && documentHash === undefined) return refuse(400, 'BAD_REQUEST', 'Send a query.');
  if (documentHash !== undefined) {
    const text = trusted.find(documentHash);
    if (text !== undefined) return { ok: true, text, trusted: true };
    if (query === undefined) return refuse(200, 'PERSISTED_QUERY_NOT_FOUND', 'This document is not known here.');
  }
  const text = query ?? '';
  if (trusted.has(text)) return { ok: true, text, trusted: true };
  if (viewer.kind !== 'anonymous' || ANYONE_MAY_ASK.test(text)) return { ok: true, text, trusted: false };
  return refuse(401, 'UNAUTHENTICATED', 'Operations of your own need an access token or an API key.');
}

function refuse(status: number, code: string, message: string): ChosenDocument {
  return { ok: false, status, code, message };
}
