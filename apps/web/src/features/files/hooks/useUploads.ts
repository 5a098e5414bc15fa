import { useSyncExternalStore } from 'react';
import { onSessionChange } from '../../../lib/auth/index.ts';
import { keptOwner } from '../../../lib/keep/own.ts';
import { connection } from '../../../lib/live/index.ts';
import {
  UploadQueue,
  abandonUpload,
  aloneBy,
  holdPausedBy,
  ifFreeBy,
  openKeptUploads,
  sendFile,
} from '../../../lib/upload/index.ts';
import type { Upload } from '../../../lib/upload/index.ts';
import { hearEnd } from './upload-voice.ts';

/** Often enough for a line that moves. */
const TELL_EVERY_MS = 100;

const endings = new Set<() => void>();

/** The uploads of this tab; they outlive the page that started them. */
export const uploads = new UploadQueue({
  send: sendFile,
  abandon: abandonUpload,
  onEnd: heardEnd,
  kept: openKeptUploads(),
  alone: aloneBy(navigator.locks),
  ifFree: ifFreeBy(navigator.locks),
  holdPaused: holdPausedBy(navigator.locks),
  tellEveryMs: TELL_EVERY_MS,
});

// What one person uploads is nothing to the next one at this browser.
keptOwner.subscribe(() => uploads.clear());

// Nobody has to press anything: the person is back, or the line is.
onSessionChange((change) => {
  if (change === 'renewed' || change === 'signed-in') uploads.goOn();
});
let was = connection.get();
connection.subscribe(() => {
  const is = connection.get();
  if (is === 'live' && was !== 'live') uploads.goOn();
  was = is;
});

/** Hears of every upload that was stored, wherever the viewer is. */
export function onStored(listener: () => void): () => void {
  endings.add(listener);
  return () => endings.delete(listener);
}

/** The uploads as they are now, newest first. */
export function useUploads(): readonly Upload[] {
  return useSyncExternalStore(uploads.subscribe, uploads.list);
}

function heardEnd(upload: Upload): void {
  hearEnd(upload);
  if (upload.state.kind === 'done') for (const listener of endings) listener();
}
