import type { MessagePort } from 'node:worker_threads';
import type { ImageProgress, ImageRequest } from '../contract.ts';

/** What a worker is given. Progress goes back over `port`. */
export interface PaintTask {
  request: ImageRequest;
  cancel: SharedArrayBuffer;
  port: MessagePort;
}

/** What a worker says on the way. */
export type WorkerNote = { kind: 'started' } | { kind: 'progress'; progress: ImageProgress };

/** What a worker gives back; `cancelled` when it saw the flag and stopped, `refused` when a source can't be worked on. */
export type PaintOutcome =
  | { kind: 'painted'; bytes: Uint8Array; metadata: Record<string, unknown> }
  | { kind: 'refused'; message: string }
  | { kind: 'cancelled' };
