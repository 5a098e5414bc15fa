import { ListMultipartUploadsCommand } from '@aws-sdk/client-s3';
import type { ListMultipartUploadsCommandOutput } from '@aws-sdk/client-s3';
import type { BucketConnection } from './connection.ts';
import { withDeadline } from './deadline.ts';
import type { MultipartAddress } from './multipart.ts';

/** An upload in parts that nobody has finished. */
export interface OpenMultipart extends MultipartAddress {
  readonly startedAt: Date;
}

/** S3 gives at most so many in one page. */
const PAGE_MAX = 1_000;
/** A bucket with more open uploads is listed so far; whoever clears them away comes to the others by doing so. */
const PAGES_MAX = 100;

export interface MultipartListing {
  readonly prefix: string;
  readonly pageSize?: number;
}

/** Uploads in parts that nobody has finished, by key: all whose keys begin so, at most 100 pages. */
export async function listMultiparts(
  connection: BucketConnection,
  { prefix, pageSize = PAGE_MAX }: MultipartListing,
): Promise<OpenMultipart[]> {
  const open: OpenMultipart[] = [];
  let after: MultipartAddress | undefined;
  for (let page = 0; page < PAGES_MAX; page += 1) {
    const answer = await listPage(connection, { prefix, pageSize, after });
    for (const { Key = '', UploadId = '', Initiated = new Date(0) } of answer.Uploads ?? [])
      open.push({ key: Key, uploadId: UploadId, startedAt: Initiated });
    const { NextKeyMarker: key, NextUploadIdMarker: uploadId } = answer;
    if (answer.IsTruncated !== true || !key || !uploadId) break;
    after = { key, uploadId };
  }
  return open;
}

function listPage(
  { internal, bucket, timeouts }: BucketConnection,
  { prefix, pageSize, after }: Required<MultipartListing> & { readonly after: MultipartAddress | undefined },
): Promise<ListMultipartUploadsCommandOutput> {
  const command = new ListMultipartUploadsCommand({
    Bucket: bucket,
    Prefix: prefix,
    MaxUploads: pageSize,
    ...(after ? { KeyMarker: after.key, UploadIdMarker: after.uploadId } : {}),
  });
  return withDeadline(timeouts.callTimeoutMs, (abortSignal) => internal.send(command, { abortSignal }));
}
