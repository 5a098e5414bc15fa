import type { Viewer } from '@modu/viewer';
import { actsFor } from '@modu/viewer';

/** Whose pictures the viewer may see: their own; a service that acts for nobody sees all of them. */
export function maySee(viewer: Viewer, ownerId: string): boolean {
  if (viewer.kind === 'service' && !viewer.actingFor) return true;
  return actsFor(viewer) === ownerId;
}
