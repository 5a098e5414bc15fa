import { AccessError } from '@modu/errors';
import type { Locale } from '@modu/errors';

export type Role = 'MEMBER' | 'ADMIN';

/** What a program with an API key may be allowed. A person who is signed in has no scopes: they may do all that is theirs. */
export const SCOPES = ['read', 'generate', 'documents', 'files', 'billing:read'] as const;

export type Scope = (typeof SCOPES)[number];

export interface AnonymousViewer {
  readonly kind: 'anonymous';
  /** Where they ask from, as the front door saw it: nothing else tells one of them from another. */
  readonly address?: string;
  readonly locale: Locale;
}

export interface UserViewer {
  readonly kind: 'user';
  readonly userId: string;
  readonly role: Role;
  /** The session that the access token came from, where there is one. */
  readonly sessionId?: string;
  /** The API key that a program of the person used, with what it may do. */
  readonly apiKeyId?: string;
  readonly scopes?: readonly Scope[];
  readonly locale: Locale;
}

/** One of our own services; `actingFor` is the user on whose behalf it works. */
export interface ServiceViewer {
  readonly kind: 'service';
  readonly service: string;
  readonly actingFor?: string;
  /** It follows the links that it is given itself, from where services are, rather than to hand them on to a browser. */
  readonly followsLinks?: true;
  readonly locale: Locale;
}

/** Who is asking. Every operation decides by it what may be seen and done. */
export type Viewer = AnonymousViewer | UserViewer | ServiceViewer;

export const ANONYMOUS: AnonymousViewer = { kind: 'anonymous', locale: 'en' };

/**
 * The user whose things the viewer may touch as their owner: themself, or whom a service acts for. A program with a key
 * counts as nobody unless the key has the scope.
 */
export function actsFor(viewer: Viewer, scope: Scope = 'read'): string | undefined {
  if (viewer.kind === 'user') return isWithin(viewer, scope) ? viewer.userId : undefined;
  return viewer.kind === 'service' ? viewer.actingFor : undefined;
}

/**
 * The user who asks. Operations that are open to programs name the scope they need; without one they are for people alone.
 * @throws AccessError UNAUTHENTICATED when nobody is signed in and no service acts for a user; FORBIDDEN when a program's
 * key does not reach so far.
 */
export function requireUser(viewer: Viewer, scope?: Scope): string {
  if (viewer.kind === 'user') {
    if (isWithin(viewer, scope)) return viewer.userId;
    const needed = scope ? `This key lacks the scope ${scope}.` : 'This can’t be done with a key. Sign in to do it.';
    throw new AccessError('FORBIDDEN', needed);
  }
  const userId = viewer.kind === 'service' ? viewer.actingFor : undefined;
  if (!userId) throw new AccessError('UNAUTHENTICATED', 'Sign in to do this.');
  return userId;
}

function isWithin({ apiKeyId, scopes = [] }: UserViewer, scope: Scope | undefined): boolean {
  return apiKeyId === undefined || (scope !== undefined && scopes.includes(scope));
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
