import { isRunning } from '../../../lib/upload/index.ts';
import type { Upload } from '../../../lib/upload/index.ts';

/** Two hundred files that are stored one after the other are not two hundred reasons to read the list. */
const GATHER_MS = 500;
/** While more are on their way. */
const READ_EVERY_MS = 4_000;

/** How long to wait after a file was stored until the list is read again, `sinceMs` after it was read last. */
export function waitBeforeReading(uploads: readonly Upload[], sinceMs: number): number {
  const isMoreComing = uploads.some(({ state }) => state.kind === 'waiting' || isRunning(state));
  return isMoreComing ? Math.max(GATHER_MS, READ_EVERY_MS - sinceMs) : GATHER_MS;
}
