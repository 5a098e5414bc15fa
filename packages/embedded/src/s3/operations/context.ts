import type { Reply, S3Request } from '../protocol/messages.ts';
import type { BlobFiles } from '../store/blob-files.ts';
import type { BucketStore } from '../store/bucket-store.ts';
import type { ObjectStore } from '../store/object-store.ts';
import type { UploadStore } from '../store/upload-store.ts';

/** What operations work on. */
export interface S3Context {
  readonly region: string;
  readonly buckets: BucketStore;
  readonly objects: ObjectStore;
  readonly uploads: UploadStore;
  readonly blobs: BlobFiles;
}

export type Operation = (context: S3Context, request: S3Request) => Reply | Promise<Reply>;
