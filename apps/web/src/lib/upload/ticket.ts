import { CompleteUploadDocument, RequestUploadDocument } from '../graph/generated/graphql.ts';
import type { RequestUploadMutation } from '../graph/generated/graphql.ts';
import { request } from '../graph/index.ts';
import { askPatiently } from './ask-patiently.ts';
import { throwRefused } from './refused.ts';
import { UploadError } from './upload-error.ts';

export type Ticket = Extract<RequestUploadMutation['requestUpload'], { __typename: 'UploadTicket' }>;

interface TicketWish {
  readonly file: File;
  readonly sha256: string;
  readonly idempotencyKey: string;
  readonly signal: AbortSignal;
}

/** Announces a file. The same key finds the same ticket, with the parts that have arrived. */
export async function requestTicket({ file, sha256, idempotencyKey, signal }: TicketWish): Promise<Ticket> {
  const contentType = file.type === '' ? 'application/octet-stream' : file.type;
  const input = { filename: file.name, contentType, sizeBytes: file.size, sha256, idempotencyKey };
  const { requestUpload } = await askPatiently(() => request(RequestUploadDocument, { input }, { signal }), signal);
  return throwRefused(requestUpload);
}

const FIRST_LOOK_MS = 1_000;
const LONGEST_LOOK_MS = 10_000;
/** Five gigabytes are read and scanned in far less. */
const LOOKS_MAX = 360;

/** Reports that the bytes were put, and asks again for as long as they are being checked. */
export async function completeUpload(id: string, signal: AbortSignal): Promise<string> {
  for (let looks = 0; looks < LOOKS_MAX; looks++) {
    const { completeUpload: answer } = await askPatiently(
      () => request(CompleteUploadDocument, { id }, { signal }),
      signal,
    );
    const asset = throwRefused(answer);
    if (asset.status === 'READY') return asset.id;
    await new Promise((resolve) => setTimeout(resolve, Math.min(LONGEST_LOOK_MS, FIRST_LOOK_MS * (looks + 1))));
    signal.throwIfAborted();
  }
  throw new UploadError({ kind: 'network' });
}
