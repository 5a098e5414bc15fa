import { isRunning } from './upload-state.ts';
import type { Upload } from './upload-state.ts';

/** Up to here the way to the server and back takes longer than the bytes do. */
const SMALL_BYTES = 4_000_000;

export interface RunningLimits {
  readonly runningMax: number;
  /** While nothing but small files is under way. */
  readonly smallRunningMax: number;
}

/** The uploads to start now, in the order they were added: large ones share the line with few, small ones with more. */
export function nextUploads<T extends { readonly upload: Upload }>(
  entries: readonly T[],
  { runningMax, smallRunningMax }: RunningLimits,
): readonly T[] {
  const running = entries.filter(({ upload: { state } }) => isRunning(state));
  let places = running.length;
  let allSmall = running.every(({ upload }) => upload.sizeBytes <= SMALL_BYTES);
  const next: T[] = [];
  for (const entry of entries) {
    if (entry.upload.state.kind !== 'waiting') continue;
    allSmall &&= entry.upload.sizeBytes <= SMALL_BYTES;
    if (places >= (allSmall ? smallRunningMax : runningMax)) break;
    next.push(entry);
    places += 1;
  }
  return next;
}
