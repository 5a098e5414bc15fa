import type { Offer } from './honoured.ts';
import { assertHonoured, OF_A_BODY, offer } from './honoured.ts';
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

const OFFERS: Readonly<Record<string, Offer>> = {
  'GET service': offer(listBuckets, { query: [] }),
  'PUT bucket': offer(createBucket, { headers: OF_A_BODY }),
  'HEAD bucket': offer(headBucket),
  'DELETE bucket': offer(deleteBucket),
  'GET bucket location': offer(getBucketLocation),
  'GET bucket list-type': offer(listObjects, {
    query: ['list-type', 'prefix', 'delimiter', 'max-keys', 'start-after', 'continuation-token', 'encoding-type'],
  }),
  'GET bucket uploads': offer(listMultipartUploads, {
    query: ['uploads', 'prefix', 'key-marker', 'upload-id-marker', 'max-uploads'],
  }),
  'POST bucket delete': offer(deleteObjects, { headers: OF_A_BODY }),
  'PUT object': offer(putObject, { headers: OF_A_BODY, keepsMetadata: true }),
  'GET object': offer(getObject, { headers: ['x-amz-checksum-mode'] }),
  'HEAD object': offer(headObject, { headers: ['x-amz-checksum-mode'] }),
  'DELETE object': offer(deleteObject),
  'POST object uploads': offer(createMultipartUpload, {
    headers: ['x-amz-checksum-algorithm', 'x-amz-checksum-type'],
    keepsMetadata: true,
  }),
  'PUT object partNumber uploadId': offer(uploadPart, { headers: OF_A_BODY }),
  'GET object uploadId': offer(listParts, { query: ['uploadId', 'part-number-marker', 'max-parts'] }),
  'POST object uploadId': offer(completeMultipartUpload, { headers: ['x-amz-decoded-content-length'] }),
  'DELETE object uploadId': offer(abortMultipartUpload),
};

const COPY = offer(copyObject, { headers: ['x-amz-copy-source', 'x-amz-metadata-directive'], keepsMetadata: true });

/** The operation a request asks for. What is not offered is refused, never taken for the plain operation beside it. */
export function route(request: S3Request): Operation {
  const offered = offerFor(request);
  assertHonoured(offered, request);
  return offered.run;
}

function offerFor({ method, bucket, key, query, headers }: S3Request): Offer {
  const subject = key ? 'object' : bucket ? 'bucket' : 'service';
  const subresources = [...new Set(query.pairs.map(([name]) => name))].filter((name) => SUBRESOURCES.has(name)).sort();
  const name = [method, subject, ...subresources].join(' ');
  if (name === 'PUT object' && headers['x-amz-copy-source'] !== undefined) return COPY;
  const offered = Object.hasOwn(OFFERS, name) ? OFFERS[name] : undefined;
  if (offered) return offered;
  if (name === 'GET bucket')
    throw new S3Error('NotImplemented', 'ListObjects version 1 is not offered; use version 2.');
  if (subresources.length > 0) throw new S3Error('NotImplemented', `${name} is not offered.`);
  throw new S3Error('MethodNotAllowed');
}
