import type { Query } from '../protocol/request-target.ts';
import { S3Error } from '../protocol/s3-error.ts';
import { element, textElement } from '../protocol/xml.ts';
import { uriEncode } from '../sigv4/canonical-request.ts';
import type { ListedObject } from '../store/object-store.ts';
import type { Operation } from './context.ts';
import { listPage } from './list-page.ts';
import { quoted } from './object-headers.ts';

const PAGE_MAX = 1000;

/** ListObjectsV2. */
export const listObjects: Operation = ({ objects }, { bucket, query }) => {
  if (query.get('list-type') !== '2') throw new S3Error('InvalidArgument', 'list-type must be 2.');
  const [prefix, delimiter] = [query.get('prefix') ?? '', query.get('delimiter') ?? ''];
  const maxKeys = numberParameter(query, 'max-keys', PAGE_MAX);
  const question = { prefix, delimiter, start: startOf(query), limit: Math.min(maxKeys, PAGE_MAX) };
  const page =
    maxKeys === 0 ? { objects: [], commonPrefixes: [] } : listPage((from) => objects.walk(bucket, from), question);
  const text = keyEncoder(query);
  return {
    status: 200,
    xml: element(
      'ListBucketResult',
      textElement('Name', bucket),
      textElement('Prefix', text(prefix)),
      ...(delimiter ? [textElement('Delimiter', text(delimiter))] : []),
      ...echo(query, ['start-after', 'StartAfter'], text),
      ...echo(query, ['continuation-token', 'ContinuationToken'], (token) => token),
      ...echo(query, ['encoding-type', 'EncodingType'], (type) => type),
      textElement('KeyCount', page.objects.length + page.commonPrefixes.length),
      textElement('MaxKeys', Math.min(maxKeys, PAGE_MAX)),
      textElement('IsTruncated', page.next !== undefined),
      ...(page.next ? [textElement('NextContinuationToken', Buffer.from(page.next).toString('base64url'))] : []),
      ...page.objects.map((listed) => contents(listed, text)),
      ...page.commonPrefixes.map((common) => element('CommonPrefixes', textElement('Prefix', text(common)))),
    ),
  };
};

type KeyEncoder = (key: string) => string;

function keyEncoder(query: Query): KeyEncoder {
  const type = query.get('encoding-type');
  if (type !== undefined && type !== 'url') throw new S3Error('InvalidArgument', 'encoding-type must be url.');
  return type === 'url' ? uriEncode : (key) => key;
}

function echo(query: Query, [name, tag]: readonly [string, string], encode: KeyEncoder): string[] {
  const value = query.get(name);
  return value === undefined ? [] : [textElement(tag, encode(value))];
}

function contents({ key, record }: ListedObject, encode: KeyEncoder): string {
  return element(
    'Contents',
    textElement('Key', encode(key.toString('utf8'))),
    textElement('LastModified', new Date(record.modifiedAtMs).toISOString()),
    textElement('ETag', quoted(record.etag)),
    textElement('Size', record.sizeBytes),
    textElement('StorageClass', 'STANDARD'),
  );
}

function startOf(query: Query): Uint8Array {
  const token = query.get('continuation-token');
  if (token !== undefined) {
    const start = Buffer.from(token, 'base64url');
    if (start.length === 0 || start.toString('base64url') !== token) {
      throw new S3Error('InvalidArgument', 'The continuation token provided is incorrect.');
    }
    return start;
  }
  // The key itself is left out: the first possible key after it is itself and a zero byte.
  const after = query.get('start-after');
  return after ? Buffer.concat([Buffer.from(after), Buffer.from([0])]) : Buffer.alloc(0);
}

/** A whole number parameter that may be missing. */
export function numberParameter(query: Query, name: string, fallback: number): number {
  const text = query.get(name);
  if (text === undefined) return fallback;
  if (!/^\d{1,9}$/.test(text)) throw new S3Error('InvalidArgument', `${name} must be a whole number.`);
  return Number(text);
}
