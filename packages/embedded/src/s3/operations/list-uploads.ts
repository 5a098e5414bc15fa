import { S3Error } from '../protocol/s3-error.ts';
import { element, textElement } from '../protocol/xml.ts';
import type { UploadRecord } from '../store/records.ts';
import type { Operation } from './context.ts';
import { numberParameter } from './list-objects.ts';

const PAGE_MAX = 1000;

interface OpenUpload {
  readonly uploadId: string;
  readonly upload: UploadRecord;
}

const byBytes = (one: string, other: string) => Buffer.compare(Buffer.from(one), Buffer.from(other));

/** By key, then by id: the order in which the two markers go on. */
const inOrder = (one: OpenUpload, other: OpenUpload) =>
  byBytes(one.upload.key, other.upload.key) || byBytes(one.uploadId, other.uploadId);

/** Uploads of a bucket that nobody has finished yet, page by page. */
export const listMultipartUploads: Operation = ({ uploads }, { bucket, query }) => {
  const prefix = query.get('prefix') ?? '';
  const keyMarker = query.get('key-marker') ?? '';
  // Without a key marker S3 ignores the other one.
  const idMarker = keyMarker === '' ? '' : (query.get('upload-id-marker') ?? '');
  const limit = Math.min(numberParameter(query, 'max-uploads', PAGE_MAX), PAGE_MAX);
  if (limit === 0) throw new S3Error('InvalidArgument', 'max-uploads is at least 1.');
  const isAfter = ({ uploadId, upload }: OpenUpload) => {
    const order = byBytes(upload.key, keyMarker);
    return order > 0 || (order === 0 && idMarker !== '' && byBytes(uploadId, idMarker) > 0);
  };
  const open = [...uploads.walk()]
    .filter(({ upload }) => upload.bucket === bucket && upload.key.startsWith(prefix))
    .filter(isAfter)
    .toSorted(inOrder);
  const page = open.slice(0, limit);
  const last = page.at(-1);
  const isTruncated = open.length > limit;
  const next =
    isTruncated && last
      ? [textElement('NextKeyMarker', last.upload.key), textElement('NextUploadIdMarker', last.uploadId)]
      : [];
  const head = [textElement('Bucket', bucket), textElement('KeyMarker', keyMarker)];
  const rest = [textElement('MaxUploads', limit), textElement('IsTruncated', isTruncated)];
  const xml = element('ListMultipartUploadsResult', ...head, ...next, ...rest, ...page.map(toElement));
  return { status: 200, xml };
};

function toElement({ uploadId, upload }: OpenUpload) {
  return element(
    'Upload',
    textElement('Key', upload.key),
    textElement('UploadId', uploadId),
    textElement('Initiated', new Date(upload.startedAtMs).toISOString()),
  );
}
