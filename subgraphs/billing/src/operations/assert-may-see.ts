import { AccessError } from '@modu/errors';
import type { Viewer } from '@modu/viewer';
import { maySeeCreditsOf } from '../domain/access.ts';

/** @throws AccessError UNAUTHENTICATED when nobody is signed in, FORBIDDEN for anybody else's credits. */
export function assertMaySeeCreditsOf(viewer: Viewer, userId: string): void {
  if (maySeeCreditsOf(viewer, userId)) return;
  if (viewer.kind === 'anonymous') throw new AccessError('UNAUTHENTICATED', 'Sign in to see credits.');
  throw new AccessError('FORBIDDEN', 'These credits belong to somebody else.');
}
