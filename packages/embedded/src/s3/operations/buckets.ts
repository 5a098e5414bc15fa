import { element, textElement } from '../protocol/xml.ts';
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

export const createBucket: Operation = async ({ buckets }, { bucket }) => {
  if (!isBucketName(bucket)) throw new S3Error('InvalidBucketName');
  if (!(await buckets.create(bucket))) throw new S3Error('BucketAlreadyOwnedByYou');
  return { status: 200, headers: { location: `/${bucket}` } };
};

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
