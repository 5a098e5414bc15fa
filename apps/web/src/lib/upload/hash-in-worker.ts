import { UploadError } from './upload-error.ts';

/** What the hash worker says. */
export type HashMessage =
  | { readonly kind: 'read'; readonly readBytes: number }
  | { readonly kind: 'done'; readonly sha256: string }
  | { readonly kind: 'unreadable' };

export interface HashOptions {
  readonly signal: AbortSignal;
  readonly onRead: (readBytes: number) => void;
}

/**
 * SHA-256 of a file, computed beside the page so that it stays quick. The worker is fetched when it is first needed: over a line that is
 * cut just then, that is what ends. Throws UploadError, or the signal's reason.
 */
export function hashInWorker(file: File, { signal, onRead }: HashOptions): Promise<string> {
  const worker = new Worker(new URL('./hash-worker.ts', import.meta.url), { type: 'module' });
  return new Promise<string>((resolve, reject) => {
    let problem: 'network' | 'unreadable' = 'network';
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    worker.addEventListener('error', () => reject(new UploadError({ kind: problem })));
    worker.addEventListener('message', ({ data }: MessageEvent<HashMessage>) => {
      problem = 'unreadable';
      if (data.kind === 'read') onRead(data.readBytes);
      else if (data.kind === 'done') resolve(data.sha256);
      else reject(new UploadError({ kind: 'unreadable' }));
    });
    worker.postMessage(file);
  }).finally(() => worker.terminate());
}
