import type { Readable } from 'node:stream';
import { connectBucket } from './connection.ts';
import type { BucketConnection } from './connection.ts';
import { createLinkCache } from './link-cache.ts';
import { createLinkSigner } from './link-signer.ts';
import { listMultiparts } from './list-multiparts.ts';
import type { MultipartListing, OpenMultipart } from './list-multiparts.ts';
import type { MultipartAddress, StoredPart } from './multipart.ts';
import { abortMultipart, completeMultipart, listParts, startMultipart } from './multipart.ts';
import type { PresignPartOptions } from './presign-part.ts';
import { presignPart } from './presign-part.ts';
import type { PresignedPut, PresignGetOptions, PresignPutOptions } from './presign.ts';
import { presignPut } from './presign.ts';
import type { BlobRange } from './ranges.ts';
import type { BlobEntry, BlobHead, ListOptions } from './reading.ts';
import { headBlob, listBlobs, openBlob, readBlob } from './reading.ts';
import type { BlobSettings } from './settings.ts';
import type { Looseness } from './ticket-proof.ts';
import { findLooseness } from './ticket-proof.ts';
import type { BlobTimeouts } from './timeouts.ts';
import { DEFAULT_TIMEOUTS } from './timeouts.ts';
import type { PutOptions } from './writing.ts';
import { ensureBucket, putBlob, removeBlob } from './writing.ts';

/** Signed ways to one blob, for whoever has them. */
export interface BlobLinks {
  presignPut(options: PresignPutOptions): Promise<PresignedPut>;
  presignGet(options: PresignGetOptions): Promise<string>;
  /** The same, but a link that was signed lately may be given again: it lives for at least three quarters of the time. */
  linkTo(options: PresignGetOptions): Promise<string>;
  presignPart(options: PresignPartOptions): Promise<PresignedPut>;
}

/**
 * The product's bucket. Every call has a deadline and at most three attempts; a bucket that stays silent becomes a
 * `BlobTimeoutError`.
 */
export interface Blobs extends BlobLinks {
  /** For who reaches the bucket as we do: services, which may not reach it where browsers do. */
  readonly inside: BlobLinks;
  /** Null when there is no such blob. */
  head(key: string): Promise<BlobHead | null>;
  /** Throws `BlobNotFoundError` and `BlobTooLargeError`. */
  get(key: string, bounds: { readonly sizeBytesMax: number }): Promise<Uint8Array>;
  /** Throws `BlobNotFoundError`. */
  getStream(key: string, range?: BlobRange): Promise<Readable>;
  put(options: PutOptions): Promise<void>;
  /** Begins a blob in parts. @returns the upload's id. */
  startMultipart(options: { readonly key: string; readonly contentType: string }): Promise<string>;
  /** Null when there is no such upload (any more). */
  listParts(address: MultipartAddress): Promise<StoredPart[] | null>;
  /** False when there is no such upload (any more). */
  completeMultipart(options: MultipartAddress & { readonly parts: readonly StoredPart[] }): Promise<boolean>;
  abortMultipart(address: MultipartAddress): Promise<void>;
  /** Uploads in parts that nobody has finished; at most 1000. */
  listMultiparts(options: MultipartListing): Promise<OpenMultipart[]>;
  remove(key: string): Promise<void>;
  list(options: ListOptions): Promise<BlobEntry[]>;
  ensureBucket(): Promise<void>;
  /** What upload tickets allow on this bucket beyond what was signed: nothing where S3 does as Amazon's. */
  findLooseness(): Promise<Looseness[]>;
  close(): void;
}

/** Opens the bucket that the settings name; nothing is sent before the first call. */
export function createBlobs(settings: BlobSettings, timeouts: BlobTimeouts = DEFAULT_TIMEOUTS): Blobs {
  const connection = connectBucket(settings, timeouts);
  const links = linksOf(connection);
  const isOneAddress = settings.S3_PUBLIC_ENDPOINT === undefined;
  return {
    ...links,
    inside: isOneAddress ? links : linksOf({ ...connection, signing: connection.internal }),
    head: (key) => headBlob(connection, key),
    get: (key, bounds) => readBlob(connection, key, bounds),
    getStream: (key, range) => openBlob(connection, key, range),
    put: (options) => putBlob(connection, options),
    startMultipart: (options) => startMultipart(connection, options),
    listParts: (address) => listParts(connection, address),
    completeMultipart: (options) => completeMultipart(connection, options),
    abortMultipart: (address) => abortMultipart(connection, address),
    listMultiparts: (options) => listMultiparts(connection, options),
    remove: (key) => removeBlob(connection, key),
    list: (options) => listBlobs(connection, options),
    ensureBucket: () => ensureBucket(connection),
    findLooseness: () => findLooseness(connection),
    close: connection.close,
  };
}

function linksOf(connection: BucketConnection): BlobLinks {
  const signLink = createLinkSigner(connection.signing, connection.bucket);
  return {
    presignPut: (options) => presignPut(connection, options),
    presignGet: signLink,
    linkTo: createLinkCache(signLink),
    presignPart: (options) => presignPart(connection, options),
  };
}
