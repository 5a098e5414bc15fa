import type { ChecksumAlgorithm, Checksums } from '../body/checksums.ts';

/** A run of bytes in one blob file. */
export interface BlobPart {
  readonly blobId: string;
  readonly sizeBytes: number;
}

/** What the index keeps of an object. */
export interface ObjectRecord {
  /** Without quotes. */
  readonly etag: string;
  readonly sizeBytes: number;
  readonly modifiedAtMs: number;
  /** Response headers the client set: content-type, x-amz-meta-*, … by lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly parts: readonly BlobPart[];
  readonly checksums: Checksums;
  /** The multipart upload it came from: completing that again answers the same. */
  readonly uploadId?: string;
}

export interface UploadRecord {
  readonly bucket: string;
  readonly key: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly checksumAlgorithm?: ChecksumAlgorithm;
  readonly startedAtMs: number;
}

export interface PartRecord extends BlobPart {
  readonly checksums: Checksums;
  readonly modifiedAtMs: number;
}

export interface BucketRecord {
  readonly createdAtMs: number;
}
