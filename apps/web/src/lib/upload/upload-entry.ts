import { isSameFile } from './kept-uploads.ts';
import type { KeptUpload } from './kept-uploads.ts';
import type { KnownTicket } from './upload-queue-options.ts';
import type { Upload, UploadState } from './upload-state.ts';

/** An upload of this tab, with what is needed to send it. */
export interface Entry {
  upload: Upload;
  /** Missing after a reload, until it is chosen again. */
  readonly file?: File;
  readonly key: string;
  readonly before?: KeptUpload;
  ticket?: KnownTicket;
  keptBytes?: number;
  abort: AbortController;
  /** While it is paused; ends with the pause. */
  pause?: AbortController | undefined;
}

/** How far a reload would find it: written down now and then, not with every byte. */
const KEEP_EVERY_BYTES = 32_000_000;

/** Whether it has come so much further that this is to be written down. */
export function isWorthKeeping({ upload: { state }, keptBytes = 0 }: Entry): boolean {
  return state.kind === 'sending' && state.sentBytes - keptBytes >= KEEP_EVERY_BYTES;
}

/** How many bytes of it were sent. */
export function sentBytesOf(state: UploadState): number {
  return 'sentBytes' in state ? state.sentBytes : 0;
}

/** Whether this is the file that a reload has cut. */
export function waitsFor({ upload, before }: Entry, file: File): boolean {
  return upload.state.kind === 'interrupted' && before !== undefined && isSameFile(file, before);
}

/** Whether the line or the session was lost. After a cut the same key finds the same ticket; after a refusal or a cancel that ticket is of no more use. */
export function wasCut(state: UploadState): boolean {
  return state.kind === 'failed' && state.problem.kind === 'network';
}
