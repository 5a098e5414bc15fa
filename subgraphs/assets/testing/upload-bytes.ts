import { createHash } from 'node:crypto';
import type { Viewer } from '@modu/viewer';
import type { GraphAnswer } from './ask-graph.ts';

export type Ask = (
  viewer: Viewer,
  query: string,
  variables?: Readonly<Record<string, unknown>>,
) => Promise<GraphAnswer>;

/** An answer of a result union: a thing or a refusal. */
export type Outcome = { readonly __typename: string } & Readonly<Record<string, unknown>>;

export interface TestFile {
  readonly bytes: Uint8Array;
  readonly filename?: string;
  readonly contentType?: string;
  readonly purpose?: 'FILE' | 'IMAGE_ORIGINAL' | 'IMAGE_THUMBNAIL';
  readonly imageId?: string;
  readonly idempotencyKey?: string;
}

export interface Ticket {
  readonly __typename: 'UploadTicket';
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly expiresAt: string;
}

const REFUSAL = '... on Refusal { code message path retryAfterMs }';
const REQUEST = `mutation ($input: RequestUploadInput!) { requestUpload(input: $input) { __typename
  ... on UploadTicket { id method url headers { name value } expiresAt partSizeBytes parts { number } received { number sizeBytes etag } } ${REFUSAL} } }`;
const COMPLETE = `mutation ($id: ID!, $parts: [CompletedPartInput!]) { completeUpload(id: $id, parts: $parts) { __typename
  ... on Asset { id filename contentType sizeBytes sha256 status createdAt url } ${REFUSAL} } }`;

export function sha256Hex(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** What a client announces about a file. */
export function announce({ bytes, filename = 'notes.txt', contentType = 'text/plain', ...rest }: TestFile) {
  return { filename, contentType, sizeBytes: bytes.byteLength, sha256: sha256Hex(bytes), ...rest };
}

export async function requestUpload(ask: Ask, viewer: Viewer, input: object): Promise<Outcome> {
  const { data, errors } = await ask(viewer, REQUEST, { input });
  if (!data) throw new Error(JSON.stringify(errors));
  return data['requestUpload'] as Outcome;
}

export async function completeUpload(ask: Ask, viewer: Viewer, id: string): Promise<Outcome> {
  const { data, errors } = await ask(viewer, COMPLETE, { id });
  if (!data) throw new Error(JSON.stringify(errors));
  return data['completeUpload'] as Outcome;
}

/** Puts bytes the way a ticket says. @returns the bucket's status. */
export async function putBytes({ url, method, headers }: Ticket, bytes: Uint8Array): Promise<number> {
  const response = await fetch(url, {
    method,
    headers: headers.map(({ name, value }) => [name, value] as [string, string]),
    body: bytes as Uint8Array<ArrayBuffer>,
  });
  await response.body?.cancel();
  return response.status;
}

/** Request, PUT, complete: the whole protocol for real. @throws Error at the first step that does not succeed. */
export async function uploadBytes(
  ask: Ask,
  viewer: Viewer,
  file: TestFile,
): Promise<Outcome & { readonly id: string }> {
  const ticket = await requestUpload(ask, viewer, announce(file));
  if (ticket.__typename !== 'UploadTicket') throw new Error(JSON.stringify(ticket));
  const status = await putBytes(ticket as unknown as Ticket, file.bytes);
  if (status !== 200) throw new Error(`The bucket answered ${status}.`);
  const asset = await completeUpload(ask, viewer, (ticket as unknown as Ticket).id);
  if (asset.__typename !== 'Asset') throw new Error(JSON.stringify(asset));
  return asset as Outcome & { readonly id: string };
}
