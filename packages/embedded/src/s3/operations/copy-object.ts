import { S3Error } from '../protocol/s3-error.ts';
import { element, textElement } from '../protocol/xml.ts';
import type { ObjectAddress } from '../store/object-store.ts';
import type { Operation } from './context.ts';
import { keptHeaders, quoted } from './object-headers.ts';

export const copyObject: Operation = async ({ objects }, request) => {
  const from = parseCopySource(request.headers['x-amz-copy-source'] ?? '');
  refuseConditions(request.headers);
  const directive = request.headers['x-amz-metadata-directive']?.toUpperCase() ?? 'COPY';
  if (directive !== 'COPY' && directive !== 'REPLACE') throw new S3Error('InvalidArgument', 'COPY or REPLACE.');
  const replace = directive === 'REPLACE';
  if (!replace && from.bucket === request.bucket && from.key === request.key) {
    throw new S3Error('InvalidRequest', 'A copy of an object to itself must change its metadata.');
  }
  const headers = replace ? keptHeaders(request.headers) : undefined;
  const record = await objects.copy({ from, to: request }, ({ uploadId: _upload, ...source }) => ({
    ...source,
    modifiedAtMs: Date.now(),
    headers: headers ?? source.headers,
  }));
  const modifiedAt = new Date(record.modifiedAtMs).toISOString();
  return {
    status: 200,
    xml: element('CopyObjectResult', textElement('ETag', quoted(record.etag)), textElement('LastModified', modifiedAt)),
  };
};

function parseCopySource(source: string): ObjectAddress {
  let decoded: string;
  try {
    decoded = decodeURIComponent(source.replace(/^\//, ''));
  } catch {
    throw new S3Error('InvalidArgument', 'x-amz-copy-source must be URL encoded.');
  }
  const at = decoded.indexOf('/');
  if (at <= 0 || at === decoded.length - 1) throw new S3Error('InvalidArgument', 'x-amz-copy-source is bucket/key.');
  if (/\?versionId=/.test(source)) throw new S3Error('NotImplemented', 'Versions are not kept.');
  return { bucket: decoded.slice(0, at), key: decoded.slice(at + 1) };
}

// A condition that is not checked would be taken for one that held.
function refuseConditions(headers: Readonly<Record<string, string | undefined>>): void {
  const condition = Object.keys(headers).find((name) => /^if-(none-)?match$/.test(name));
  if (condition !== undefined) throw new S3Error('NotImplemented', `${condition} is not offered.`);
}
