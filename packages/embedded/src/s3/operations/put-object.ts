import { receiveBody } from '../body/receive-blob.ts';
import type { Operation } from './context.ts';
import { checksumHeaders, keptHeaders, quoted } from './object-headers.ts';
import { writeGuard } from './preconditions.ts';

export const putObject: Operation = async ({ objects, blobs }, request) => {
  const headers = keptHeaders(request.headers);
  const guard = writeGuard(request.headers);
  // Refused before the bytes are sent where that is possible; the same guard decides again at the commit.
  guard(objects.find(request));
  const blob = await receiveBody(request, blobs);
  const record = {
    etag: blob.id,
    sizeBytes: blob.sizeBytes,
    modifiedAtMs: Date.now(),
    headers,
    parts: [{ blobId: blob.id, sizeBytes: blob.sizeBytes }],
    checksums: blob.checksums,
  };
  await objects.put(request, record, guard);
  return { status: 200, headers: { etag: quoted(record.etag), ...checksumHeaders(record) } };
};
