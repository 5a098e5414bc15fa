import type { UploadProblem } from './upload-error.ts';

/** Where a running upload is. */
export type UploadStep =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'hashing'; readonly readBytes: number }
  | { readonly kind: 'sending'; readonly sentBytes: number }
  | { readonly kind: 'checking' };

/** A step, or how it ended. */
export type UploadState =
  | UploadStep
  | { readonly kind: 'done'; readonly assetId: string }
  | { readonly kind: 'canceled' }
  | { readonly kind: 'failed'; readonly problem: UploadProblem };

export interface Upload {
  readonly id: string;
  readonly name: string;
  readonly sizeBytes: number;
  readonly state: UploadState;
}

/** Whether nothing more will happen by itself. */
export function hasEnded(state: UploadState): boolean {
  return state.kind === 'done' || state.kind === 'canceled' || state.kind === 'failed';
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
