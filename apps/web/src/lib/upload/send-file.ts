import { AbortUploadDocument, SignUploadPartsDocument } from '../graph/generated/graphql.ts';
import { request } from '../graph/index.ts';
import { askPatiently } from './ask-patiently.ts';
import { hashFile } from './hash-file.ts';
import { overCuts } from './over-cuts.ts';
import { planParts } from './part-plan.ts';
import { putBlob } from './put-blob.ts';
import { putParts } from './put-parts.ts';
import { throwRefused } from './refused.ts';
import { completeUpload, requestTicket } from './ticket.ts';
import type { Ticket } from './ticket.ts';
import { NotTakenError, UploadError } from './upload-error.ts';
import type { SendFileOptions } from './upload-queue-options.ts';

/**
 * Hash, announce, put, complete; large files in parts, and only those that have not arrived yet. Stopping it leaves what
 * was sent for another time; `abandon` gives it up. Gives the id of the stored file. Throws UploadError, or the signal's reason.
 */
export async function sendFile(options: SendFileOptions): Promise<string> {
  const { file, idempotencyKey, signal, onStep } = options;
  if (file.size === 0) throw new UploadError({ kind: 'empty' });
  onStep({ kind: 'hashing', readBytes: 0 });
  const onRead = (readBytes: number) => onStep({ kind: 'hashing', readBytes });
  const sha256 = options.sha256 ?? (await hashFile(file, { signal, onRead }));
  onStep({ kind: 'sending', sentBytes: 0 });
  const announce = () => requestTicket({ file, sha256, idempotencyKey, signal });
  const ticket = await announce();
  options.onTicket({ assetId: ticket.id, sha256, isResumable: ticket.partSizeBytes !== null });
  await (ticket.partSizeBytes === null
    ? putWhole(ticket, options).catch(async (error: unknown) => putWhole(await renewed(error, announce), options))
    : putInParts({ ...ticket, partSizeBytes: ticket.partSizeBytes }, options));
  onStep({ kind: 'checking' });
  return completeUpload(ticket.id, signal);
}

/** Its ticket may have ended before the bytes were sent; another one is asked for once. */
function renewed(error: unknown, announce: () => Promise<Ticket>): Promise<Ticket> {
  if (!(error instanceof NotTakenError)) throw error;
  return announce();
}

/** Tells the server that an upload is given up. Not waited for: the ticket ends by itself too. */
export function abandonUpload(assetId: string): void {
  void request(AbortUploadDocument, { id: assetId }).catch(() => null);
}

async function putWhole({ method, url, headers }: Ticket, { file, signal, onStep }: SendFileOptions): Promise<void> {
  if (url === null) throw new UploadError({ kind: 'unknown', traceId: null });
  const onSent = (sentBytes: number) => onStep({ kind: 'sending', sentBytes });
  await overCuts(() => putBlob({ method, url, headers, body: file, signal, onSent }), { signal });
}

async function putInParts(
  { id, received, partSizeBytes }: Ticket & { readonly partSizeBytes: number },
  { file, signal, onStep }: SendFileOptions,
): Promise<void> {
  const parts = planParts({ sizeBytes: file.size, partSizeBytes, received });
  const receivedBytes = file.size - parts.reduce((sum, { from, to }) => sum + to - from, 0);
  onStep({ kind: 'sending', sentBytes: receivedBytes });
  await putParts({
    file,
    parts,
    receivedBytes,
    signal,
    onSent: (sentBytes) => onStep({ kind: 'sending', sentBytes }),
    sign: async (part) => {
      const ask = () => request(SignUploadPartsDocument, { id, parts: [part] }, { signal });
      const { signUploadParts } = await askPatiently(ask, signal, { cutTriesMax: 1 });
      const [signed] = throwRefused(signUploadParts).parts;
      if (signed === undefined) throw new UploadError({ kind: 'unknown', traceId: null });
      return signed;
    },
  });
}
