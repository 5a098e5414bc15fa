import { AbortUploadDocument, CompleteUploadDocument, RequestUploadDocument } from '../graph/generated/graphql.ts';
import type { CompletedPartInput, RequestUploadMutation } from '../graph/generated/graphql.ts';
import { GraphError, isRefusal, request } from '../graph/index.ts';
import { hashInWorker } from './hash-in-worker.ts';
import { putBlob } from './put-blob.ts';
import { UploadError } from './upload-error.ts';
import type { UploadStep } from './upload-state.ts';

type Ticket = Extract<RequestUploadMutation['requestUpload'], { __typename: 'UploadTicket' }>;

export interface SendFileOptions {
  readonly file: File;
  /** Stays the same over retries of one upload. */
  readonly idempotencyKey: string;
  readonly signal: AbortSignal;
  readonly onStep: (step: UploadStep) => void;
}

/** Hash, announce, put, complete. Gives the id of the stored file. Throws UploadError, or the signal's reason. */
export async function sendFile({ file, idempotencyKey, signal, onStep }: SendFileOptions): Promise<string> {
  if (file.size === 0) throw new UploadError({ kind: 'empty' });
  onStep({ kind: 'hashing', readBytes: 0 });
  const sha256 = await hashInWorker(file, { signal, onRead: (readBytes) => onStep({ kind: 'hashing', readBytes }) });
  onStep({ kind: 'sending', sentBytes: 0 });
  const ticket = await requestTicket({ file, sha256, idempotencyKey, signal });
  try {
    const parts = await putAll(ticket, { file, signal, onStep });
    onStep({ kind: 'checking' });
    return await complete({ id: ticket.id, parts, signal });
  } catch (error) {
    // Given up by the viewer: the bucket may forget it at once. Not awaited, the ticket ends by itself too.
    if (signal.aborted) void request(AbortUploadDocument, { id: ticket.id }).catch(() => null);
    throw error;
  }
}

interface TicketWish {
  readonly file: File;
  readonly sha256: string;
  readonly idempotencyKey: string;
  readonly signal: AbortSignal;
}

async function requestTicket({ file, sha256, idempotencyKey, signal }: TicketWish): Promise<Ticket> {
  const contentType = file.type === '' ? 'application/octet-stream' : file.type;
  const input = { filename: file.name, contentType, sizeBytes: file.size, sha256, idempotencyKey };
  const { requestUpload } = await asUploadError(request(RequestUploadDocument, { input }, { signal }), signal);
  if (isRefusal(requestUpload))
    throw new UploadError({ kind: 'refused', code: requestUpload.code, message: requestUpload.message });
  return requestUpload;
}

async function complete({
  id,
  parts,
  signal,
}: {
  id: string;
  parts: CompletedPartInput[] | null;
  signal: AbortSignal;
}): Promise<string> {
  const { completeUpload } = await asUploadError(request(CompleteUploadDocument, { id, parts }, { signal }), signal);
  if (isRefusal(completeUpload))
    throw new UploadError({ kind: 'refused', code: completeUpload.code, message: completeUpload.message });
  return completeUpload.id;
}

async function putAll(
  ticket: Ticket,
  { file, signal, onStep }: Pick<SendFileOptions, 'file' | 'signal' | 'onStep'>,
): Promise<CompletedPartInput[] | null> {
  const { method, headers, url, parts, partSizeBytes } = ticket;
  if (parts === null || parts.length === 0 || partSizeBytes === null) {
    if (url === null) throw new UploadError({ kind: 'unknown', traceId: null });
    await putBlob({
      method,
      url,
      headers,
      body: file,
      signal,
      onSent: (sentBytes) => onStep({ kind: 'sending', sentBytes }),
    });
    return null;
  }
  const done: CompletedPartInput[] = [];
  for (const part of parts) {
    const from = (part.number - 1) * partSizeBytes;
    const body = file.slice(from, from + partSizeBytes);
    const onSent = (sentBytes: number) => onStep({ kind: 'sending', sentBytes: from + sentBytes });
    const etag = await putBlob({ method, url: part.url, headers: part.headers, body, signal, onSent });
    done.push({ number: part.number, etag });
  }
  return done;
}

async function asUploadError<T>(answer: Promise<T>, signal: AbortSignal): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    if (error instanceof GraphError && error.code === 'UNREACHABLE') throw new UploadError({ kind: 'network' });
    throw new UploadError({ kind: 'unknown', traceId: error instanceof GraphError ? error.traceId : null });
  }
}
