import { z } from 'zod';
import { receiveText } from '../body/receive-blob.ts';
import type { S3Request } from '../protocol/messages.ts';
import { element, parseXml, textElement, xmlObject } from '../protocol/xml.ts';
import { S3Error } from '../protocol/s3-error.ts';
import { isBucketName } from '../store/bucket-store.ts';
import type { Operation } from './context.ts';

export const listBuckets: Operation = ({ buckets }) => {
  const listed = buckets
    .list()
    .map(({ name, createdAtMs }) =>
      element('Bucket', textElement('Name', name), textElement('CreationDate', new Date(createdAtMs).toISOString())),
    );
  return { status: 200, xml: element('ListAllMyBucketsResult', element('Buckets', ...listed)) };
};

const bucketDocument = xmlObject({
  CreateBucketConfiguration: z.union([xmlObject({ LocationConstraint: z.string().optional() }), z.literal('')]),
});

export const createBucket: Operation = async ({ buckets, region }, request) => {
  const { bucket } = request;
  if (!isBucketName(bucket)) throw new S3Error('InvalidBucketName');
  const place = await wantedPlace(request);
  if (place !== undefined && place !== region) throw new S3Error('IllegalLocationConstraintException');
  if (!(await buckets.create(bucket))) throw new S3Error('BucketAlreadyOwnedByYou');
  return { status: 200, headers: { location: `/${bucket}` } };
};

/** The region that a request names in its document; most send none. */
async function wantedPlace(request: S3Request): Promise<string | undefined> {
  const { 'content-length': sizeText = '0', 'transfer-encoding': coding } = request.headers;
  if (sizeText === '0' && coding === undefined) return undefined;
  const { CreateBucketConfiguration: wanted } = parseXml(await receiveText(request, 64 * 1024), bucketDocument);
  return wanted === '' ? undefined : wanted.LocationConstraint?.trim();
}

export const headBucket: Operation = ({ region }) => ({ status: 200, headers: { 'x-amz-bucket-region': region } });

export const getBucketLocation: Operation = ({ region }) => ({
  status: 200,
  // us-east-1 is written as nothing, for reasons older than regions.
  xml: region === 'us-east-1' ? '<LocationConstraint/>' : textElement('LocationConstraint', region),
});

export const deleteBucket: Operation = async ({ buckets }, { bucket }) => {
  if (!(await buckets.remove(bucket))) throw new S3Error('BucketNotEmpty');
  return { status: 204 };
};
