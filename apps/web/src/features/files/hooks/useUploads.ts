import { announce } from '@modu/ui';
import { useSyncExternalStore } from 'react';
import { keptOwner } from '../../../lib/keep/own.ts';
import { say } from '../../../lib/language/index.ts';
import { UploadQueue, abandonUpload, aloneBy, openKeptUploads, sendFile } from '../../../lib/upload/index.ts';
import type { Upload } from '../../../lib/upload/index.ts';
import { gatherNames } from '../model/gather-names.ts';
import { problemKey } from '../model/problem-key.ts';

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
  tellEveryMs: TELL_EVERY_MS,
});

// What one person uploads is nothing to the next one at this browser.
keptOwner.subscribe(() => uploads.clear());

/** Hears of every upload that was stored, wherever the viewer is. */
export function onStored(listener: () => void): () => void {
  endings.add(listener);
  return () => endings.delete(listener);
}

/** The uploads as they are now, newest first. */
export function useUploads(): readonly Upload[] {
  return useSyncExternalStore(uploads.subscribe, uploads.list);
}

const heardDone = gatherNames((names) => {
  const [name = ''] = names;
  const isOne = names.length === 1;
  const sentence = isOne ? say('files:heardDone', { name }) : say('files:heardAllDone', { count: names.length });
  announce(sentence, { isKept: true });
});

function heardEnd({ name, state }: Upload): void {
  if (state.kind === 'done') {
    heardDone(name);
    for (const listener of endings) listener();
  }
  if (state.kind === 'failed') {
    const reason = state.problem.kind === 'refused' ? state.problem.message : say(`files:${problemKey(state.problem)}`);
    announce(say('files:heardFailed', { name, reason }), { isKept: true });
  }
}
