import type { IncomingMessage } from 'node:http';
import { contentProofs } from '../body/body-rules.ts';
import { receiveBlob } from '../body/receive-blob.ts';
import type { Reply } from '../protocol/messages.ts';
import { S3Error } from '../protocol/s3-error.ts';
import { element, textElement } from '../protocol/xml.ts';
import type { Keyring } from '../sigv4/keyring.ts';
import type { S3Context } from './context.ts';
import { assertKey } from './keys.ts';
import { isKeptHeader, keptHeaders, quoted } from './object-headers.ts';
import type { FormFile } from './post-form.ts';
import { readPostForm } from './post-form.ts';
import { assertPostPolicy } from './post-policy.ts';

export interface PostRequest {
  readonly bucket: string;
  readonly openBody: () => IncomingMessage;
}

/** A browser's form upload: the signature lies in the form, over a policy, not over the request. */
export function postObject(context: S3Context, keyring: Keyring, { bucket, openBody }: PostRequest): Promise<Reply> {
  if (!context.buckets.exists(bucket)) throw new S3Error('NoSuchBucket');
  return readPostForm(openBody(), (file) => storeFile(context, keyring, { bucket, file }));
}

async function storeFile(
  { blobs, objects }: S3Context,
  keyring: Keyring,
  { bucket, file }: { readonly bucket: string; readonly file: FormFile },
): Promise<Reply> {
  const { fields, filename } = file;
  const sizes = assertPostPolicy({ ...fields, bucket }, keyring);
  if (!fields['key']) throw new S3Error('InvalidArgument', "Bucket POST must contain a field named 'key'.");
  const key = fields['key'].replace('${filename}', () => filename);
  assertKey(key);
  assertKnownFields(fields);
  const headers = keptHeaders(fields);
  const rules = { ...sizes, ...contentProofs(fields), trailers: new Map<string, string>() };
  const blob = await receiveBlob(file.stream, rules, blobs);
  const { id: blobId, sizeBytes, checksums } = blob;
  const etag = blobId;
  const record = { etag, sizeBytes, modifiedAtMs: Date.now(), headers, parts: [{ blobId, sizeBytes }], checksums };
  await objects.put({ bucket, key }, record, () => undefined);
  return postReply(fields['success_action_status'], { bucket, key, etag });
}

/** Fields that this server does something about; metadata, kept headers and checksums are looked at beside them. */
const KNOWN_FIELDS = new Set(
  `bucket key policy success_action_status content-md5 x-amz-algorithm x-amz-credential x-amz-date
  x-amz-signature`.split(/\s+/),
);

/** What a policy allows is not therefore done: a field that nothing here honours (acl, tagging, a redirect) is refused. */
function assertKnownFields(fields: Readonly<Record<string, string>>): void {
  const isKnown = (name: string): boolean =>
    KNOWN_FIELDS.has(name) || isKeptHeader(name) || /^(x-ignore-|x-amz-checksum-)/.test(name);
  const unknown = Object.keys(fields).find((name) => !isKnown(name));
  if (unknown !== undefined) throw new S3Error('NotImplemented', `The field ${unknown} is not offered here.`);
}

function postReply(wanted: string | undefined, stored: { bucket: string; key: string; etag: string }): Reply {
  const headers = { etag: quoted(stored.etag) };
  if (wanted === '200') return { status: 200, headers };
  if (wanted !== '201') return { status: 204, headers };
  const fields = [textElement('Bucket', stored.bucket), textElement('Key', stored.key)];
  return { status: 201, headers, xml: element('PostResponse', ...fields, textElement('ETag', headers.etag)) };
}
