import { assertService } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import type { GalleryDeps } from './deps.ts';

const IMAGES_AT_ONCE = 200;
const PEOPLE_AT_ONCE = 20;
/** So long somebody who left may still have a token that works, and a job of theirs may still be under way. */
const FAREWELL_MS = 86_400_000;

interface Removing {
  readonly deps: Pick<GalleryDeps, 'departures' | 'now'>;
  readonly signal: AbortSignal;
}

/**
 * Removes what a person had here, for an account that has gone: pictures, links to them, boards. What services bring for them
 * from now on is refused. Asked again it goes on.
 * @throws AccessError FORBIDDEN to anybody but a service.
 */
export async function removeGalleryOf(
  ownerId: string,
  { viewer, ...removing }: Removing & { readonly viewer: Viewer },
): Promise<void> {
  assertService(viewer);
  await removing.deps.departures.note(ownerId, removing.deps.now());
  await removeAll(ownerId, removing);
}

/**
 * A day after people left, removes what they put here meanwhile with a token that still worked, and forgets them. Safe in
 * many processes at once; what a crash leaves is there in the next round.
 */
export async function sweepDepartures({ deps, signal }: Removing): Promise<void> {
  const cutoff = new Date(deps.now().getTime() - FAREWELL_MS);
  for (const ownerId of await deps.departures.listNoted(cutoff, PEOPLE_AT_ONCE)) {
    await removeAll(ownerId, { deps, signal });
    await deps.departures.forget(ownerId);
  }
}

async function removeAll(ownerId: string, { deps, signal }: Removing): Promise<void> {
  do signal.throwIfAborted();
  while ((await deps.departures.removeImages(ownerId, IMAGES_AT_ONCE)) > 0);
  await deps.departures.removeRest(ownerId);
}
