import { AccessError } from '@modu/errors';
import type { Locale } from '@modu/errors';

export type Role = 'MEMBER' | 'ADMIN';

export interface AnonymousViewer {
  readonly kind: 'anonymous';
  readonly locale: Locale;
}

export interface UserViewer {
  readonly kind: 'user';
  readonly userId: string;
  readonly role: Role;
  /** The session that the access token came from, where there is one. */
  readonly sessionId?: string;
  readonly locale: Locale;
}

/** One of our own services; `actingFor` is the user on whose behalf it works. */
export interface ServiceViewer {
  readonly kind: 'service';
  readonly service: string;
  readonly actingFor?: string;
  readonly locale: Locale;
}

/** Who is asking. Every operation decides by it what may be seen and done. */
export type Viewer = AnonymousViewer | UserViewer | ServiceViewer;

export const ANONYMOUS: AnonymousViewer = { kind: 'anonymous', locale: 'en' };

/** The user whose things the viewer may touch as their owner: themself, or whom a service acts for. */
export function actsFor(viewer: Viewer): string | undefined {
  if (viewer.kind === 'user') return viewer.userId;
  return viewer.kind === 'service' ? viewer.actingFor : undefined;
}

/** @throws AccessError UNAUTHENTICATED when nobody is signed in and no service acts for a user. */
export function requireUser(viewer: Viewer): string {
  const userId = actsFor(viewer);
  if (!userId) throw new AccessError('UNAUTHENTICATED', 'Sign in to do this.');
  return userId;
}

/**
 * Guards internal operations.
 * @throws AccessError FORBIDDEN for everyone but a service.
 */
export function assertService(viewer: Viewer): asserts viewer is ServiceViewer {
  if (viewer.kind !== 'service') throw new AccessError('FORBIDDEN', 'Only services may do this.');
}

/** The best language for a header like `ko-KR,ko;q=0.9` or a plain `ko`. */
export function parseLocale(value: string | null | undefined): Locale {
  for (const part of (value ?? '').split(',')) {
    const language = part.trim().slice(0, 2).toLowerCase();
    if (language === 'ko' || language === 'en') return language;
  }
  return 'en';
}
