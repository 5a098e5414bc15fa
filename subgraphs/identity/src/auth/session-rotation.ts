import { randomBytes } from 'node:crypto';
import type { Logger } from '@modu/logger';
import { APIError, createAuthMiddleware } from 'better-auth/api';
import { deleteSessionCookie, setRequestCookie } from 'better-auth/cookies';
import type { BetterAuthPlugin } from 'better-auth';
import { isDueForRotation, judgeToken } from '../domain/token-family.ts';
import type { TokenFamily, TokenFamilyStore } from '../store/token-family-store.ts';

export interface RotationOptions {
  readonly families: TokenFamilyStore;
  readonly logger: Logger;
  /** How long a token is in use before `/auth/token` replaces it. */
  readonly rotateAfterMs: number;
  /** Somebody used a copy of an old token; the session has ended. */
  onReplayed(family: TokenFamily): Promise<void>;
}

/** Says to the endpoint that the token was replaced while this request was under way: it asks once more. */
export const MOVED_HEADER = 'x-modu-session-moved';

type Context = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0];

/** Asking for these nobody needs a session: an old one must not stand in the way of a new one. */
const NEEDS_NO_SESSION = /^\/(sign-in|sign-up|request-password-reset|reset-password)(\/|$)/;

/**
 * Replaces the token in the session cookie now and then, so that a copy is found out: once both the person and the thief
 * have used theirs, one of them brings a token that is no longer current, and the session ends for both.
 */
export function sessionRotation(options: RotationOptions): BetterAuthPlugin {
  const { families, logger, rotateAfterMs } = options;
  /** Requests that brought the token before, and were given the present one in its place. */
  const late = new WeakSet<Request>();

  const resolve = createAuthMiddleware(async (ctx) => {
    const token = await readToken(ctx);
    const family = token ? await families.find(token) : undefined;
    if (!token || !family) return undefined;
    const now = new Date();
    switch (judgeToken(family, now)) {
      case 'current':
        if (family.rotatedAt && !family.confirmedAt) await families.confirm(token, now);
        return undefined;
      case 'recent': {
        const headers = new Headers(ctx.request?.headers ?? ctx.headers);
        const { name } = ctx.context.authCookies.sessionToken;
        const signed = await writeToken(ctx, family.currentToken);
        setRequestCookie(headers, name, decodeURIComponent(signed));
        if (ctx.request) late.add(ctx.request);
        return { context: { headers } };
      }
      case 'replayed': {
        if (await families.delete(family.sessionId)) {
          logger.warn(
            { sessionId: family.sessionId, userId: family.userId },
            'an old session token was used; the session has ended',
          );
          await options.onReplayed(family);
        }
        deleteSessionCookie(ctx);
        if (NEEDS_NO_SESSION.test(ctx.path)) return undefined;
        throw APIError.from('UNAUTHORIZED', {
          code: 'SESSION_REPLAYED',
          message: 'This session has ended. Sign in again.',
        });
      }
    }
  });

  const rotate = createAuthMiddleware(async (ctx) => {
    const token = await readToken(ctx);
    const family = token ? await families.find(token) : undefined;
    if (!token || !family) return;
    if (ctx.context.returned instanceof Error || ctx.context.returned === null) {
      if (family.supersededAt && judgeToken(family, new Date()) === 'recent') ctx.setHeader(MOVED_HEADER, 'true');
      return;
    }
    if (ctx.path !== '/token') return;
    const now = new Date();
    if (ctx.request && late.has(ctx.request)) {
      // Nobody has used the present token: the answer that held it was lost. It is handed out again, as if it were new now.
      if (await families.reissue({ token: family.currentToken, now })) await writeToken(ctx, family.currentToken);
      return;
    }
    if (!isDueForRotation(family, { now, afterMs: rotateAfterMs })) return;
    const next = randomBytes(24).toString('base64url');
    if (await families.rotate({ token, next, now })) await writeToken(ctx, next);
  });

  const matcher = ({ path }: { readonly path?: string | undefined }) => path !== '/jwks' && path !== '/ok';
  return {
    id: 'session-rotation',
    hooks: { before: [{ matcher, handler: resolve }], after: [{ matcher, handler: rotate }] },
  };
}

/** The token of the session cookie when its signature is ours. */
async function readToken(ctx: Context): Promise<string | undefined> {
  const { name } = ctx.context.authCookies.sessionToken;
  return (await ctx.getSignedCookie(name, ctx.context.secret)) || undefined;
}

/** Sets the session cookie and returns its signed value. */
async function writeToken(ctx: Context, token: string): Promise<string> {
  const { name, attributes } = ctx.context.authCookies.sessionToken;
  const maxAge = ctx.context.sessionConfig.expiresIn;
  const cookie = await ctx.setSignedCookie(name, token, ctx.context.secret, { ...attributes, maxAge });
  return (cookie.split(';')[0] ?? '').slice(name.length + 1);
}
