import { createBucket, deleteBucket, getBucketLocation, headBucket, listBuckets } from './operations/buckets.ts';
import type { Operation } from './operations/context.ts';
import { copyObject } from './operations/copy-object.ts';
import { deleteObject, deleteObjects } from './operations/delete-objects.ts';
import { getObject, headObject } from './operations/get-object.ts';
import { listObjects } from './operations/list-objects.ts';
import { listMultipartUploads } from './operations/list-uploads.ts';
import { listParts, uploadPart } from './operations/multipart-parts.ts';
import { abortMultipartUpload, completeMultipartUpload, createMultipartUpload } from './operations/multipart-upload.ts';
import { putObject } from './operations/put-object.ts';
import type { S3Request } from './protocol/messages.ts';
import { S3Error } from './protocol/s3-error.ts';

/** Parameters that make a request about something else than the object or bucket itself. */
const SUBRESOURCES = new Set(
  `accelerate acl analytics annotation attributes cors delete encryption intelligent-tiering inventory legal-hold lifecycle
  list-type location logging metadataConfiguration metadataTable metrics notification object-lock ownershipControls
  partNumber policy policyStatus publicAccessBlock renameObject replication requestPayment restore retention select
  select-type session tagging torrent uploadId uploads versionId versioning versions website`.split(/\s+/),
);

const OPERATIONS: Readonly<Record<string, Operation>> = {
  'GET service': listBuckets,
  'PUT bucket': createBucket,
  'HEAD bucket': headBucket,
  'DELETE bucket': deleteBucket,
  'GET bucket location': getBucketLocation,
  'GET bucket list-type': listObjects,
  'GET bucket uploads': listMultipartUploads,
  'POST bucket delete': deleteObjects,
  'PUT object': putObject,
  'GET object': getObject,
  'HEAD object': headObject,
  'DELETE object': deleteObject,
  'POST object uploads': createMultipartUpload,
  'PUT object partNumber uploadId': uploadPart,
  'GET object uploadId': listParts,
  'POST object uploadId': completeMultipartUpload,
  'DELETE object uploadId': abortMultipartUpload,
};

/** The operation a request asks for. What is not offered is refused, never taken for the plain operation beside it. */
export function route({ method, bucket, key, query, headers }: S3Request): Operation {
  const subject = key ? 'object' : bucket ? 'bucket' : 'service';
  const subresources = [...new Set(query.pairs.map(([name]) => name))].filter((name) => SUBRESOURCES.has(name)).sort();
  const name = [method, subject, ...subresources].join(' ');
  if (name === 'PUT object' && headers['x-amz-copy-source'] !== undefined) return copyObject;
  const operation = Object.hasOwn(OPERATIONS, name) ? OPERATIONS[name] : undefined;
  if (operation) return operation;
  if (name === 'GET bucket')
    throw new S3Error('NotImplemented', 'ListObjects version 1 is not offered; use version 2.');
  if (subresources.length > 0) throw new S3Error('NotImplemented', `${name} is not offered.`);
  throw new S3Error('MethodNotAllowed');
}
