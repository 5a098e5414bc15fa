import type { KeptValue } from '../keep/kept-value.ts';
import type { KeptUpload } from './kept-uploads.ts';
import type { Alone, HoldPaused, IfFree } from './one-tab.ts';
import type { Upload, UploadStep } from './upload-state.ts';

/** What is known once a file was announced. */
export interface KnownTicket {
  readonly assetId: string;
  readonly sha256: string;
  /** What was sent stays, so that it can be taken up again. */
  readonly isResumable: boolean;
}

export interface SendFileOptions {
  readonly file: File;
  /** Stays the same over retries of one upload. */
  readonly idempotencyKey: string;
  /** From an earlier try with this very file. */
  readonly sha256?: string;
  readonly signal: AbortSignal;
  readonly onStep: (step: UploadStep) => void;
  readonly onTicket: (ticket: KnownTicket) => void;
}

/** Sends one file, telling its steps; gives the id of the stored file. */
export type SendFile = (options: SendFileOptions) => Promise<string>;

export interface UploadQueueOptions {
  readonly send: SendFile;
  /** Gives up on the server what the viewer gave up. */
  readonly abandon?: (assetId: string) => void;
  /** Told once for each upload when it ends. */
  readonly onEnd?: (upload: Upload) => void;
  /** What outlives a reload; without it nothing does. */
  readonly kept?: KeptValue<readonly KeptUpload[]>;
  /** Keeps other tabs from sending the same upload at the same time. */
  readonly alone?: Alone;
  /** Does what would end an upload only where no tab is sending it, and none has paused it. */
  readonly ifFree?: IfFree;
  /** Tells other tabs that one is paused here. */
  readonly holdPaused?: HoldPaused;
  readonly runningMax?: number;
  /** So many at once while all of them are small. */
  readonly smallRunningMax?: number;
  /** What has ended makes room for what is added. */
  readonly listedMax?: number;
  /** Steps within this time are told together: two hundred files take a thousand of them. 0 tells each at once. */
  readonly tellEveryMs?: number;
  /** After a cut of which nobody says when it is over: the first try, each further one after twice as long. */
  readonly probeMs?: number;
}
