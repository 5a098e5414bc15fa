import { createHash } from 'node:crypto';
import type { ServiceCaller } from '@modu/network';
import { z } from 'zod';
import { uploadArchive } from './archive-upload.ts';
import type { NewArchive, Uploading } from './archive-upload.ts';
import { AssetsRefused } from './assets-refused.ts';

export interface AssetFile {
  readonly contentType: string;
  readonly sizeBytes: number;
  readonly url: string;
  /** The same bytes, kept as a file by whoever follows it. */
  readonly downloadUrl: string;
}

export interface NewThumbnail {
  readonly ownerId: string;
  readonly imageId: string;
  readonly bytes: Uint8Array;
}

export interface KeptMetadata {
  readonly ownerId: string;
  readonly imageId: string;
  /** A JSON document. */
  readonly metadata: string;
}

export interface NewCover {
  readonly ownerId: string;
  readonly boardId: string;
  readonly thumbnailIds: readonly string[];
}

export interface SharedCopyOf {
  readonly ownerId: string;
  /** What is kept of the link's token. */
  readonly tokenHash: string;
}

/** A picture as a link gives it out. */
export type SharedFile = Pick<AssetFile, 'url' | 'downloadUrl'>;

/** What the gallery asks of assets, always on behalf of the picture's owner. */
export interface AssetsClient {
  findFile(
    assetId: string,
    options: {
      readonly ownerId: string;
      readonly signal: AbortSignal;
      readonly expiresInSeconds?: number;
      /** The gallery reads the file itself; nobody else is given its links. */
      readonly followsLinks?: true;
    },
  ): Promise<AssetFile | null>;
  /** Those of the files that are there, by their ids; asked for together. */
  findFiles(
    assetIds: readonly string[],
    options: { readonly ownerId: string; readonly signal: AbortSignal; readonly expiresInSeconds?: number },
  ): Promise<Map<string, AssetFile>>;
  /** Stores a thumbnail, or finds the one that an earlier try stored. @returns its asset id. @throws AssetsRefused */
  storeThumbnail(thumbnail: NewThumbnail, options: { readonly signal: AbortSignal }): Promise<string>;
  /** Stores an archive for a day, or finds the one that an earlier try stored. @returns its asset id. @throws AssetsRefused */
  storeArchive(archive: NewArchive, uploading: Uploading): Promise<string>;
  /** Writes beside a picture what it was made from; where its files are gone, nothing. */
  keepMetadata(metadata: KeptMetadata, options: { readonly signal: AbortSignal }): Promise<void>;
  /** Makes a board's cover of these thumbnails, or removes it when there are none. @throws Error while another is at it. */
  makeCover(cover: NewCover, options: { readonly signal: AbortSignal }): Promise<void>;
  /** Makes the copy that a link gives out, or removes it. @throws Error while another is at it. */
  makeSharedCopy(
    copy: SharedCopyOf & { readonly assetId: string | null },
    options: { readonly signal: AbortSignal },
  ): Promise<void>;
  /** Addresses of that copy; null while it is not there, or made of another picture. */
  findSharedCopy(
    copy: SharedCopyOf & { readonly assetId: string; readonly expiresInSeconds: number },
    options: { readonly signal: AbortSignal },
  ): Promise<SharedFile | null>;
  /** Deletes a file; one that is gone already is fine. @throws AssetsRefused */
  removeFile(assetId: string, options: { readonly ownerId: string; readonly signal: AbortSignal }): Promise<void>;
}

const refused = z.object({ __typename: z.literal('Refusal'), code: z.string(), message: z.string() });
const ticket = z.object({
  __typename: z.literal('UploadTicket'),
  id: z.uuid(),
  method: z.string(),
  url: z.url(),
  headers: z.array(z.object({ name: z.string(), value: z.string() })),
});
type Ticket = z.output<typeof ticket>;

const assetFile = z.object({
  contentType: z.string(),
  sizeBytes: z.number(),
  url: z.url(),
  downloadUrl: z.url(),
});
const fileAnswer = z.object({ asset: assetFile.nullable() });
const FILES_AT_ONCE = 200;
const filesAnswer = z.object({ _entities: z.array(assetFile.extend({ id: z.uuid() }).nullable()) });
const requestAnswer = z.object({ requestUpload: z.discriminatedUnion('__typename', [ticket, refused]) });
const completeAnswer = z.object({
  completeUpload: z.discriminatedUnion('__typename', [
    z.object({ __typename: z.literal('Asset'), id: z.uuid() }),
    refused,
  ]),
});

const FIND = `query ($id: ID!, $seconds: Int!) { asset(id: $id) { contentType sizeBytes
  url(expiresInSeconds: $seconds) downloadUrl: url(expiresInSeconds: $seconds, download: true) } }`;
const FIND_MANY = `query ($of: [_Any!]!, $seconds: Int!) { _entities(representations: $of) { ... on Asset { id contentType sizeBytes
  url(expiresInSeconds: $seconds) downloadUrl: url(expiresInSeconds: $seconds, download: true) } } }`;
const LINK_SECONDS = 120;
const REQUEST = `mutation ($input: RequestUploadInput!) { requestUpload(input: $input) { __typename
  ... on UploadTicket { id method url headers { name value } } ... on Refusal { code message } } }`;
const COMPLETE = `mutation ($id: ID!) { completeUpload(id: $id) { __typename
  ... on Asset { id } ... on Refusal { code message } } }`;

const deleteAnswer = z.object({
  deleteAsset: z.discriminatedUnion('__typename', [z.object({ __typename: z.literal('DeletedAsset') }), refused]),
});
const DELETE = `mutation ($id: ID!) { deleteAsset(id: $id) { __typename ... on Refusal { code message } } }`;

const KEEP_METADATA =
  'mutation ($imageId: ID!, $metadata: String!) { keepImageMetadata(imageId: $imageId, metadata: $metadata) }';

const MAKE_COVER =
  'mutation ($boardId: ID!, $thumbnailIds: [ID!]!) { makeCover(boardId: $boardId, thumbnailIds: $thumbnailIds) }';
const coverAnswer = z.object({ makeCover: z.boolean() });

const MAKE_SHARED =
  'mutation ($tokenHash: String!, $assetId: ID) { makeSharedCopy(tokenHash: $tokenHash, assetId: $assetId) }';
const sharedAnswer = z.object({ makeSharedCopy: z.boolean() });
const FIND_SHARED = `query ($tokenHash: String!, $assetId: ID!, $expiresInSeconds: Int!) {
  sharedCopy(tokenHash: $tokenHash, assetId: $assetId, expiresInSeconds: $expiresInSeconds) { url downloadUrl } }`;
const sharedFileAnswer = z.object({ sharedCopy: z.object({ url: z.url(), downloadUrl: z.url() }).nullable() });

const PUT_TIMEOUT_MS = 30_000;
/** Completing waits for the look through the file, as far as it goes. */
const COMPLETE_TIMEOUT_MS = 30_000;

export function createAssetsClient(caller: ServiceCaller): AssetsClient {
  const ask = (
    query: string,
    variables: Record<string, unknown>,
    options: { actingFor: string; signal: AbortSignal; timeoutMs?: number; followsLinks?: true },
  ) => caller.call({ subgraph: 'assets', query, variables, ...options });
  return {
    findFile: async (assetId, { ownerId, expiresInSeconds: seconds = LINK_SECONDS, ...options }) =>
      fileAnswer.parse(await ask(FIND, { id: assetId, seconds }, { ...options, actingFor: ownerId })).asset,
    findFiles: async (assetIds, { ownerId, signal, expiresInSeconds: seconds = LINK_SECONDS }) => {
      const found = new Map<string, AssetFile>();
      for (let from = 0; from < assetIds.length; from += FILES_AT_ONCE) {
        const of = assetIds.slice(from, from + FILES_AT_ONCE).map((id) => ({ __typename: 'Asset', id }));
        const answer = filesAnswer.parse(await ask(FIND_MANY, { of, seconds }, { actingFor: ownerId, signal }));
        for (const file of answer._entities) if (file) found.set(file.id, file);
      }
      return found;
    },
    storeThumbnail: async (thumbnail, { signal }) => {
      const acting = { actingFor: thumbnail.ownerId, signal, followsLinks: true } as const;
      const requested = requestAnswer.parse(await ask(REQUEST, { input: announce(thumbnail) }, acting)).requestUpload;
      if (requested.__typename === 'Refusal') throw new AssetsRefused('requestUpload', requested);
      await put(requested, thumbnail.bytes, signal);
      const completed = completeAnswer.parse(await ask(COMPLETE, { id: requested.id }, acting)).completeUpload;
      if (completed.__typename === 'Refusal') throw new AssetsRefused('completeUpload', completed);
      return completed.id;
    },
    storeArchive: (archive, uploading) => {
      const acting = {
        actingFor: archive.ownerId,
        signal: uploading.signal,
        timeoutMs: COMPLETE_TIMEOUT_MS,
        followsLinks: true,
      } as const;
      return uploadArchive((query, variables) => ask(query, variables, acting), archive, uploading);
    },
    keepMetadata: async ({ ownerId, ...kept }, { signal }) => {
      await ask(KEEP_METADATA, kept, { actingFor: ownerId, signal });
    },
    makeCover: async ({ ownerId, ...cover }, { signal }) => {
      const acting = { actingFor: ownerId, signal, timeoutMs: COMPLETE_TIMEOUT_MS };
      const { makeCover } = coverAnswer.parse(await ask(MAKE_COVER, cover, acting));
      if (!makeCover) throw new Error('Another is making this cover.');
    },
    makeSharedCopy: async ({ ownerId, ...copy }, { signal }) => {
      const acting = { actingFor: ownerId, signal, timeoutMs: COMPLETE_TIMEOUT_MS };
      const { makeSharedCopy } = sharedAnswer.parse(await ask(MAKE_SHARED, copy, acting));
      if (!makeSharedCopy) throw new Error('Another is making this copy.');
    },
    findSharedCopy: async ({ ownerId, ...copy }, { signal }) =>
      sharedFileAnswer.parse(await ask(FIND_SHARED, copy, { actingFor: ownerId, signal })).sharedCopy,
    removeFile: async (assetId, { ownerId, signal }) => {
      const { deleteAsset } = deleteAnswer.parse(await ask(DELETE, { id: assetId }, { actingFor: ownerId, signal }));
      const isGone = deleteAsset.__typename === 'DeletedAsset' || deleteAsset.code === 'NOT_FOUND';
      if (!isGone) throw new AssetsRefused('deleteAsset', deleteAsset);
    },
  };
}

function announce({ imageId, bytes }: NewThumbnail): Record<string, unknown> {
  return {
    filename: 'thumbnail.webp',
    contentType: 'image/webp',
    sizeBytes: bytes.byteLength,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    purpose: 'IMAGE_THUMBNAIL',
    imageId,
    idempotencyKey: `${imageId}:thumbnail`,
  };
}

async function put({ url, method, headers }: Ticket, bytes: Uint8Array, signal: AbortSignal): Promise<void> {
  const response = await fetch(url, {
    method,
    headers: headers.map(({ name, value }) => [name, value] as [string, string]),
    body: bytes as Uint8Array<ArrayBuffer>,
    signal: AbortSignal.any([signal, AbortSignal.timeout(PUT_TIMEOUT_MS)]),
  });
  await response.body?.cancel();
  if (!response.ok) throw new Error(`The bucket did not take the thumbnail: HTTP ${response.status}.`);
}
