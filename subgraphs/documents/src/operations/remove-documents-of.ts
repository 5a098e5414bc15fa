import { assertService } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import type { DepartureStore } from '../store/departure-store.ts';

/** A document takes its blocks and pages along, so few at once. */
const ROWS_AT_ONCE = 20;

interface Removing {
  readonly viewer: Viewer;
  readonly departures: DepartureStore;
  readonly signal: AbortSignal;
}

/**
 * Removes what a person had here, for an account that has gone: documents, what was made of them, and whatever else this
 * domain keeps of people. Asked again it goes on.
 * @throws AccessError FORBIDDEN to anybody but a service.
 */
export async function removeDocumentsOf(ownerId: string, { viewer, departures, signal }: Removing): Promise<void> {
  assertService(viewer);
  do signal.throwIfAborted();
  while ((await departures.removeSome(ownerId, ROWS_AT_ONCE)) > 0);
}
