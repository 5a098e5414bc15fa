import type { Viewer } from '@modu/viewer';
import { announce, completeUpload, putBytes, requestUpload, sha256Hex } from './upload-bytes.ts';
import type { Ask, Outcome, TestFile, Ticket } from './upload-bytes.ts';

/** A ticket of a file in parts. */
export interface PartsTicket {
  readonly id: string;
  readonly partSizeBytes: number;
  readonly received: readonly { readonly number: number; readonly sizeBytes: number; readonly etag: string }[];
}

const SIGN = `mutation ($id: ID!, $parts: [UploadPartInput!]!) { signUploadParts(id: $id, parts: $parts) { __typename
  ... on SignedUploadParts { parts { number url headers { name value } } } ... on Refusal { code message path } } }`;

export async function signParts(ask: Ask, viewer: Viewer, wanted: object): Promise<Outcome> {
  const { data, errors } = await ask(viewer, SIGN, { ...wanted });
  if (!data) throw new Error(JSON.stringify(errors));
  return data['signUploadParts'] as Outcome;
}

/** The bytes of one part. */
export function partOf(bytes: Uint8Array, number: number, partSizeBytes: number): Uint8Array {
  return bytes.subarray((number - 1) * partSizeBytes, number * partSizeBytes);
}

interface PartWish {
  readonly ticket: PartsTicket;
  readonly number: number;
  readonly body: Uint8Array;
}

/** Signs one part and puts it. @returns the bucket's status. */
export async function putPart(ask: Ask, viewer: Viewer, { ticket, number, body }: PartWish): Promise<number> {
  const signed = await signParts(ask, viewer, { id: ticket.id, parts: [{ number, sha256: sha256Hex(body) }] });
  if (signed.__typename !== 'SignedUploadParts') throw new Error(JSON.stringify(signed));
  const [part] = signed['parts'] as Pick<Ticket, 'url' | 'headers'>[];
  return putBytes({ ...(part as Ticket), method: 'PUT' }, body);
}

/** Requests a ticket, puts the parts that have not arrived, and completes. */
export async function uploadInParts(ask: Ask, viewer: Viewer, file: TestFile): Promise<Outcome> {
  const ticket = (await requestUpload(ask, viewer, announce(file))) as unknown as PartsTicket;
  const received = new Set(ticket.received.map(({ number }) => number));
  for (let number = 1; (number - 1) * ticket.partSizeBytes < file.bytes.byteLength; number++) {
    if (received.has(number)) continue;
    const status = await putPart(ask, viewer, {
      ticket,
      number,
      body: partOf(file.bytes, number, ticket.partSizeBytes),
    });
    if (status !== 200) throw new Error(`The bucket answered ${status}.`);
  }
  return completeUpload(ask, viewer, ticket.id);
}
