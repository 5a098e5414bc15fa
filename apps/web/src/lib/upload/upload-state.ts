import type { UploadProblem } from './upload-error.ts';

/** Where a running upload is. */
export type UploadStep =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'hashing'; readonly readBytes: number }
  | { readonly kind: 'sending'; readonly sentBytes: number }
  | { readonly kind: 'checking' };

/** A step, a rest, or how it ended. */
export type UploadState =
  | UploadStep
  | { readonly kind: 'paused'; readonly sentBytes: number }
  /** Begun before a reload: it goes on when the same file is chosen again. */
  | { readonly kind: 'interrupted'; readonly sentBytes: number }
  | { readonly kind: 'done'; readonly assetId: string }
  | { readonly kind: 'canceled' }
  | { readonly kind: 'failed'; readonly problem: UploadProblem };

export interface Upload {
  readonly id: string;
  readonly name: string;
  readonly sizeBytes: number;
  readonly state: UploadState;
}

/** Whether nothing more will happen to it. */
export function hasEnded({ kind }: UploadState): boolean {
  return kind === 'done' || kind === 'canceled' || kind === 'failed';
}

/** Whether it takes one of the places for uploads that are under way. */
export function isRunning({ kind }: UploadState): boolean {
  return kind === 'hashing' || kind === 'sending' || kind === 'checking';
}

/** Whether it can be stopped for a while: once checking has begun there is nothing left to stop. */
export function canPause({ kind }: UploadState): boolean {
  return kind === 'waiting' || kind === 'hashing' || kind === 'sending';
}

/** Reading a file is far quicker than sending it, so it takes the first tenth of the line. */
const READING_SHARE = 0.1;

/** How far an upload is, 0 to 1. */
export function shareDone({ state, sizeBytes }: Pick<Upload, 'state' | 'sizeBytes'>): number {
  const of = (bytes: number) => (sizeBytes === 0 ? 0 : Math.min(1, bytes / sizeBytes));
  switch (state.kind) {
    case 'hashing':
      return READING_SHARE * of(state.readBytes);
    case 'sending':
    case 'paused':
    case 'interrupted':
      return READING_SHARE + (1 - READING_SHARE) * of(state.sentBytes);
    case 'checking':
    case 'done':
      return 1;
    case 'waiting':
    case 'canceled':
    case 'failed':
      return 0;
  }
}
