import type { AssetsClient, UploadTicket } from './assets-client.ts';
import type { PutBytes } from './put-bytes.ts';
import { isRemoteRefusal } from './remote-answer.ts';
import { sha256Of } from './sha256-of.ts';
import { storageFailure } from './storage-failure.ts';

interface Putting {
  readonly assets: Pick<AssetsClient, 'signUploadParts'>;
  readonly put: PutBytes;
  readonly ownerId: string;
  readonly bytes: Uint8Array;
  readonly signal: AbortSignal;
}

/** Puts a file as its ticket says: a large one in parts, of which those stay that an earlier run has put. */
export async function putAsTold(ticket: UploadTicket, { assets, put, ownerId, bytes, signal }: Putting): Promise<void> {
  const { id, partSizeBytes, received } = ticket;
  if (partSizeBytes === null) return put(ticket, { bytes, signal });
  const arrived = new Map(received.map(({ number, sizeBytes }) => [number, sizeBytes]));
  for (let number = 1; (number - 1) * partSizeBytes < bytes.byteLength; number += 1) {
    const part = bytes.subarray((number - 1) * partSizeBytes, number * partSizeBytes);
    if (arrived.get(number) === part.byteLength) continue;
    const signed = await assets.signUploadParts(ownerId, id, [{ number, sha256: await sha256Of(part) }]);
    if (isRemoteRefusal(signed)) throw storageFailure(signed);
    for (const place of signed.parts) await put({ ...ticket, ...place }, { bytes: part, signal });
  }
}
