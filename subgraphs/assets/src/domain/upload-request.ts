import { isRefusal, refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { parseFileName } from '@modu/file-names';
import { isId } from '@modu/ids';
import { isPlainLine } from '@modu/plain-text';
import type { Announcement, AssetPurpose } from './asset.ts';
import { isForeignArchive } from './content-kind.ts';
import { pictureBytesMax } from './content-limits.ts';

/** `RequestUploadInput` as it comes from outside. */
export interface UploadRequest {
  readonly filename: string;
  readonly contentType: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly idempotencyKey?: string | null;
  readonly purpose?: AssetPurpose | null;
  readonly imageId?: string | null;
}

const KEY_LENGTH_MAX = 200;
const CONTENT_TYPE_LENGTH_MAX = 127;
/** A media type without parameters: RFC 6838 §4.2, restricted names. */
const CONTENT_TYPE = /^[a-z0-9][a-z0-9!#$&^_.+-]*\/[a-z0-9][a-z0-9!#$&^_.+-]*$/;

/** Checks what is announced and brings it into one form; a refusal names the field that is wrong. */
export function parseUploadRequest(
  request: UploadRequest,
  { sizeBytesMax }: { readonly sizeBytesMax: number },
): Announcement | Refusal {
  const filename = parseFileName(request.filename);
  if (filename === undefined) return wrong('filename', 'upload.filename');
  const contentType = request.contentType.trim().toLowerCase();
  if (contentType.length > CONTENT_TYPE_LENGTH_MAX || !CONTENT_TYPE.test(contentType)) {
    return wrong('contentType', 'upload.contentType');
  }
  if (isForeignArchive(contentType)) {
    return refuse('UNSUPPORTED_MEDIA', 'upload.foreignArchive', { path: ['input', 'contentType'] });
  }
  const { sizeBytes, sha256 } = request;
  if (!Number.isSafeInteger(sizeBytes) || sizeBytes < 1) return wrong('sizeBytes', 'upload.size');
  if (sizeBytes > sizeBytesMax) {
    const maxMegabytes = Math.floor(sizeBytesMax / 1_000_000);
    return refuse('TOO_LARGE', 'upload.tooLarge', { path: ['input', 'sizeBytes'], params: { maxMegabytes } });
  }
  if (sizeBytes > pictureBytesMax(contentType)) {
    const maxMegabytes = Math.floor(pictureBytesMax(contentType) / 1_000_000);
    return refuse('TOO_LARGE', 'upload.pictureTooLarge', { path: ['input', 'sizeBytes'], params: { maxMegabytes } });
  }
  if (!/^[0-9a-f]{64}$/.test(sha256)) return wrong('sha256', 'upload.sha256');
  if (!isKey(request.idempotencyKey)) return wrong('idempotencyKey', 'upload.idempotencyKey');
  const place = parsePlace(request);
  return isRefusal(place) ? place : { filename, contentType, sizeBytes, sha256, ...place };
}

const isKey = (key: string | null | undefined) =>
  typeof key !== 'string' || (key.length >= 1 && key.length <= KEY_LENGTH_MAX && isPlainLine(key));

function parsePlace({ purpose, imageId }: UploadRequest): Pick<Announcement, 'purpose' | 'imageId'> | Refusal {
  const wanted = purpose ?? 'FILE';
  if (wanted === 'FILE' || wanted === 'ARCHIVE')
    return imageId ? wrong('imageId', 'upload.imageIdUnexpected') : { purpose: wanted };
  return isId(imageId) ? { purpose: wanted, imageId } : wrong('imageId', 'upload.imageId');
}

function wrong(field: string, reason: string): Refusal {
  return refuse('INVALID_INPUT', reason, { path: ['input', field] });
}
