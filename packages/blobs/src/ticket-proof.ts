import { createHash } from 'node:crypto';
import type { BucketConnection } from './connection.ts';
import { withDeadline } from './deadline.ts';
import { presignPut } from './presign.ts';
import type { PresignedPut } from './presign.ts';
import { removeBlob } from './writing.ts';

/** What an upload ticket allows beyond what was signed: other bytes of the same length; headers of the holder's own. */
export type Looseness = 'OTHER_BYTES' | 'UNSIGNED_HEADERS';

const KEY = 'probe/ticket';
const SIGNED = 'signed';
const OTHER = 'OTHERS';

/**
 * Tries what no ticket may allow, and leaves nothing behind. The header tried is the worst one: `x-amz-copy-source` brings the bytes of
 * any key to the holder's own. Here it names a key that nobody has, so a server that heeds it says 404, and one that does as Amazon's
 * S3 does, 403.
 * @throws where the bucket does not answer all of it within the time of one call: nothing is known of it then.
 */
export async function findLooseness(connection: BucketConnection): Promise<Looseness[]> {
  const ticket = await presignPut(
    { ...connection, signing: connection.internal },
    {
      key: KEY,
      contentType: 'text/plain',
      sizeBytes: SIGNED.length,
      sha256Hex: createHash('sha256').update(SIGNED).digest('hex'),
      expiresInSeconds: 60,
    },
  );
  const taken: number[] = [];
  try {
    await withDeadline(connection.timeouts.callTimeoutMs, async (signal) => {
      taken.push(await statusOf(ticket, { body: OTHER, more: {}, signal }));
      const more = { 'x-amz-copy-source': `${connection.bucket}/${KEY}-of-nobody` };
      taken.push(await statusOf(ticket, { body: SIGNED, more, signal }));
    });
  } finally {
    // Also where the second call failed; and a call without an answer may have been heeded.
    if (taken.length < 2 || taken.some(isTaken)) await removeBlob(connection, KEY);
  }
  const [otherBytes = 0, copy = 0] = taken;
  return [
    ...(isTaken(otherBytes) ? (['OTHER_BYTES'] as const) : []),
    ...(isTaken(copy) || copy === 404 ? (['UNSIGNED_HEADERS'] as const) : []),
  ];
}

const isTaken = (status: number) => status >= 200 && status < 300;

interface Try {
  readonly body: string;
  readonly more: Record<string, string>;
  readonly signal: AbortSignal;
}

async function statusOf({ url, method, headers }: PresignedPut, { body, more, signal }: Try): Promise<number> {
  const signed = Object.fromEntries(headers.map(({ name, value }) => [name, value]));
  const answer = await fetch(url, { method, body, signal, headers: { ...signed, ...more } });
  await answer.body?.cancel();
  return answer.status;
}
