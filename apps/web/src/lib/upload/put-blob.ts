import { NotTakenError, UploadError } from './upload-error.ts';

/** No byte has moved for this long: the connection is taken for cut. A large file may take hours as long as it moves. */
const STALL_MS = 45_000;

/** What S3 says of a signature that has ended. */
const NOT_TAKEN = 403;

export interface PutOptions {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly body: Blob;
  readonly signal: AbortSignal;
  readonly onSent: (sentBytes: number) => void;
}

/**
 * Puts bytes straight into the bucket. XMLHttpRequest, because fetch does not tell how much was sent.
 * Gives the ETag the bucket answered ('' when it hides it). Throws UploadError, or the signal's reason.
 */
export function putBlob({ method, url, headers, body, signal, onSent }: PutOptions): Promise<string> {
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    let stall: ReturnType<typeof setTimeout> | undefined;
    const moved = () => {
      clearTimeout(stall);
      stall = setTimeout(() => xhr.abort(), STALL_MS);
    };
    const cut = () => reject(signal.aborted ? (signal.reason as Error) : new UploadError({ kind: 'network' }));
    xhr.open(method, url);
    for (const { name, value } of headers) if (!isSetByBrowser(name)) xhr.setRequestHeader(name, value);
    xhr.upload.addEventListener('progress', ({ loaded }) => {
      moved();
      onSent(loaded);
    });
    xhr.addEventListener('load', () => {
      if (xhr.status >= 200 && xhr.status < 300) resolve(xhr.getResponseHeader('etag') ?? '');
      else reject(xhr.status === NOT_TAKEN ? new NotTakenError() : new UploadError(problemOf(xhr.status)));
    });
    xhr.addEventListener('error', cut);
    xhr.addEventListener('abort', cut);
    xhr.addEventListener('loadend', () => clearTimeout(stall));
    signal.addEventListener('abort', () => xhr.abort(), { once: true });
    if (signal.aborted) return reject(signal.reason as Error);
    moved();
    xhr.send(body);
  });
}

function isSetByBrowser(name: string): boolean {
  return /^(?:content-length|host)$/iu.test(name);
}

function problemOf(status: number) {
  return status >= 500 || status === 408 || status === 429
    ? ({ kind: 'network' } as const)
    : ({ kind: 'unknown', traceId: null } as const);
}
