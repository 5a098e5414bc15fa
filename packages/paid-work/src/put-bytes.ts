import type { UploadTicket } from './assets-client.ts';
import { RunFailure } from './run-failure.ts';

/** Puts bytes where a ticket says. Rejects with a RunFailure when the bucket does not take them. */
export type PutBytes = (
  ticket: UploadTicket,
  put: { readonly bytes: Uint8Array; readonly signal: AbortSignal },
) => Promise<void>;

const PUT_TIMEOUT_MS = 60_000;

/** Over HTTP, straight into the bucket. */
export const putBytes: PutBytes = async ({ url, method, headers }, { bytes, signal }) => {
  if (!url)
    throw new RunFailure('STORAGE_FAILED', { retryable: false, cause: new Error('The ticket has no single URL.') });
  const failed = (cause: unknown) => new RunFailure('STORAGE_FAILED', { retryable: true, cause });
  const answer = await fetch(url, {
    method,
    headers: headers.map(({ name, value }): [string, string] => [name, value]),
    body: Uint8Array.from(bytes),
    signal: AbortSignal.any([signal, AbortSignal.timeout(PUT_TIMEOUT_MS)]),
  }).catch((error: unknown) => {
    throw signal.aborted ? signal.reason : failed(error);
  });
  const text = answer.ok ? (await answer.body?.cancel(), '') : (await answer.text()).slice(0, 500);
  if (!answer.ok) throw failed(new Error(`The bucket answered ${answer.status}: ${text}`));
};
