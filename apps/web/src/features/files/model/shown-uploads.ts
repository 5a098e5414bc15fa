import { isRunning } from '../../../lib/upload/index.ts';
import type { Upload } from '../../../lib/upload/index.ts';

/** More rows than anybody reads cost more than the uploads themselves. */
export const SHOWN_MAX = 30;

/** The uploads to show: all, or of many those one would look for first, what needs the viewer before what goes by itself. */
export function shownUploads(uploads: readonly Upload[], max = SHOWN_MAX): readonly Upload[] {
  if (uploads.length <= max) return uploads;
  // The list is the newest first, and waiting ones start with the oldest.
  const waiting = uploads.filter(({ state }) => state.kind === 'waiting').toReversed();
  const needing = uploads.filter(({ state: { kind } }) => ['failed', 'interrupted', 'paused'].includes(kind));
  const running = uploads.filter(({ state }) => isRunning(state));
  const ended = uploads.filter(({ state: { kind } }) => kind === 'done' || kind === 'canceled');
  return [...needing, ...running, ...waiting, ...ended].slice(0, max);
}
