import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { AssetsRefused } from './assets-refused.ts';

/** Asks assets on behalf of the archive's owner. */
export type AskAssets = (query: string, variables: Record<string, unknown>) => Promise<unknown>;

export interface NewArchive {
  readonly ownerId: string;
  readonly archiveId: string;
  /** The file on disk. */
  readonly path: string;
  readonly sizeBytes: number;
  readonly sha256: string;
}

export interface Uploading {
  readonly signal: AbortSignal;
  /** Called now and then; throws or answers false when nobody wants the archive any more. */
  keep(): Promise<boolean>;
}

const header = z.object({ name: z.string(), value: z.string() });
const refused = z.object({ __typename: z.literal('Refusal'), code: z.string(), message: z.string() });
const ticket = z.object({
  __typename: z.literal('UploadTicket'),
  id: z.uuid(),
  url: z.url().nullable(),
  headers: z.array(header),
  partSizeBytes: z.number().nullable(),
  received: z.array(z.object({ number: z.number() })),
});
const requestAnswer = z.object({ requestUpload: z.discriminatedUnion('__typename', [ticket, refused]) });
const signedParts = z.object({
  __typename: z.literal('SignedUploadParts'),
  parts: z.array(z.object({ url: z.url(), headers: z.array(header) })).min(1),
});
const signAnswer = z.object({ signUploadParts: z.discriminatedUnion('__typename', [signedParts, refused]) });
const asset = z.object({ __typename: z.literal('Asset'), id: z.uuid(), status: z.string() });
const completeAnswer = z.object({ completeUpload: z.discriminatedUnion('__typename', [asset, refused]) });

const REQUEST = `mutation ($input: RequestUploadInput!) { requestUpload(input: $input) { __typename
  ... on UploadTicket { id url headers { name value } partSizeBytes received { number } } ... on Refusal { code message } } }`;
const SIGN = `mutation ($id: ID!, $parts: [UploadPartInput!]!) { signUploadParts(id: $id, parts: $parts) { __typename
  ... on SignedUploadParts { parts { url headers { name value } } } ... on Refusal { code message } } }`;
const COMPLETE = `mutation ($id: ID!) { completeUpload(id: $id) { __typename
  ... on Asset { id status } ... on Refusal { code message } } }`;

const PUT_TIMEOUT_MS = 120_000;
const CHECK_EVERY_MS = 500;
const CHECKS_MAX = 600;

/** Puts an archive through the same protocol as every file, part by part when it is large. @returns its asset id. */
export async function uploadArchive(ask: AskAssets, archive: NewArchive, uploading: Uploading): Promise<string> {
  const { requestUpload: given } = requestAnswer.parse(await ask(REQUEST, { input: announce(archive) }));
  if (given.__typename === 'Refusal') throw new AssetsRefused('requestUpload', given);
  const file = await open(archive.path, 'r');
  try {
    if (given.url !== null) {
      await put({ url: given.url, headers: given.headers }, await file.readFile(), uploading.signal);
    } else {
      await putParts(ask, { ...given, file, sizeBytes: archive.sizeBytes }, uploading);
    }
  } finally {
    await file.close();
  }
  return complete(ask, given.id, uploading);
}

/** The same archive made again is the same file; one that came out otherwise is another. */
function announce({ archiveId, sizeBytes, sha256 }: NewArchive): Record<string, unknown> {
  return {
    ...{ filename: 'modu-pictures.zip', contentType: 'application/zip', sizeBytes, sha256 },
    ...{ purpose: 'ARCHIVE', idempotencyKey: `${archiveId}:archive:${sha256.slice(0, 32)}` },
  };
}

interface Parts {
  readonly id: string;
  readonly file: FileHandle;
  readonly sizeBytes: number;
  readonly partSizeBytes: number | null;
  readonly received: readonly { readonly number: number }[];
}

async function putParts(
  ask: AskAssets,
  { id, file, sizeBytes, partSizeBytes, received }: Parts,
  { signal, keep }: Uploading,
): Promise<void> {
  const size = z.number().int().min(1).parse(partSizeBytes);
  const there = new Set(received.map(({ number }) => number));
  const held = Buffer.allocUnsafe(size);
  for (let number = 1; (number - 1) * size < sizeBytes; number++) {
    if (there.has(number)) continue;
    const { bytesRead } = await file.read(held, { position: (number - 1) * size, length: size });
    const bytes = held.subarray(0, bytesRead);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const { signUploadParts: signed } = signAnswer.parse(await ask(SIGN, { id, parts: [{ number, sha256 }] }));
    if (signed.__typename === 'Refusal') throw new AssetsRefused('signUploadParts', signed);
    for (const part of signed.parts) await put(part, bytes, signal);
    if (!(await keep())) throw new Error('Another took the archive over.');
  }
}

/** A large file is looked through for a while before it is ready. */
async function complete(ask: AskAssets, id: string, { signal, keep }: Uploading): Promise<string> {
  for (let check = 0; check < CHECKS_MAX; check++) {
    const { completeUpload: done } = completeAnswer.parse(await ask(COMPLETE, { id }));
    if (done.__typename === 'Refusal') throw new AssetsRefused('completeUpload', done);
    if (done.status === 'READY') return done.id;
    if (!(await keep())) throw new Error('Another took the archive over.');
    await sleep(CHECK_EVERY_MS, undefined, { signal });
  }
  throw new Error('The archive was not looked through in time.');
}

interface Place {
  readonly url: string;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
}

async function put({ url, headers }: Place, bytes: Uint8Array, signal: AbortSignal): Promise<void> {
  const response = await fetch(url, {
    method: 'PUT',
    headers: headers.map(({ name, value }) => [name, value] as [string, string]),
    body: bytes as Uint8Array<ArrayBuffer>,
    signal: AbortSignal.any([signal, AbortSignal.timeout(PUT_TIMEOUT_MS)]),
  });
  await response.body?.cancel();
  if (!response.ok) throw new Error(`The bucket did not take a part of the archive: HTTP ${response.status}.`);
}
