import { APIError, createAuthMiddleware, getSessionFromCtx } from 'better-auth/api';
import { jwtVerify } from 'jose';
import type { PostOffice } from '../mail/post-office.ts';
import { endOtherSessions } from '../operations/end-access.ts';
import type { Access } from '../operations/end-access.ts';
import { parseLocaleChoice } from '../domain/profile.ts';
import { isPasswordLength } from '../domain/profile.ts';
import type { AccountLimit } from './account-limit.ts';
import type { IsBreached } from './breached-passwords.ts';
import { createLetters } from './letters.ts';
import { readKnownDevice, writeKnownDevice } from './known-device.ts';
import { checkEmailLength, checkSignUp } from './sign-up-rules.ts';

interface RulesOptions {
  /** Absent where attempts are not limited. */
  readonly accountLimit: AccountLimit | undefined;
  readonly office: PostOffice;
  readonly access: Pick<Access, 'sessions' | 'tellRevoked'>;
  readonly publicUrl: string;
  /** Absent where no list of leaked passwords is set. */
  readonly isBreached: IsBreached | undefined;
}

/** Where somebody chooses a password, and what the field with it is called. */
const CHOOSES_PASSWORD: Readonly<Record<string, string>> = {
  '/sign-up/email': 'password',
  '/reset-password': 'newPassword',
  '/change-password': 'newPassword',
};

/** What holds before better-auth answers. */
export function rulesBefore({ accountLimit, isBreached }: RulesOptions) {
  return createAuthMiddleware(async (ctx) => {
    const body = (ctx.body ?? {}) as Readonly<Record<string, unknown>>;
    const chosen = body[CHOOSES_PASSWORD[ctx.path] ?? ''];
    if (isBreached && typeof chosen === 'string' && isPasswordLength(chosen) && (await isBreached(chosen))) {
      throw APIError.from('BAD_REQUEST', {
        code: 'PASSWORD_BREACHED',
        message: 'This password is on a list of leaked ones. Choose another.',
      });
    }
    switch (ctx.path) {
      case '/sign-up/email':
        return checkSignUp(body);
      case '/sign-in/email': {
        const { email } = body;
        if (typeof email !== 'string' || !accountLimit) return undefined;
        const waitMs = await accountLimit.consume({ email, knownDevice: await readKnownDevice(ctx, email) });
        if (waitMs > 0) throw tooMany(waitMs);
        return undefined;
      }
      case '/change-email':
        return checkEmailLength(body['newEmail']);
      case '/change-password':
        // Whoever knew the old password is signed out, whatever the client asks for.
        return { context: { body: { revokeOtherSessions: true } } };
      case '/two-factor/enable': {
        // better-auth would call whatever they type wrong, and they have none: they come by Google or Discord.
        const userId = (await getSessionFromCtx(ctx))?.user.id;
        if (!userId || (await ctx.context.internalAdapter.findCredentialAccount(userId))) return undefined;
        throw APIError.from('BAD_REQUEST', {
          code: 'CREDENTIAL_ACCOUNT_NOT_FOUND',
          message: 'You have no password yet. Set one by a letter first.',
        });
      }
      case '/verify-email': {
        const change = await emailChange(ctx);
        if (change?.isFinal && !(await getSessionFromCtx(ctx))) {
          // better-auth would sign in whoever has the letter, past the second step of signing in.
          throw APIError.from('UNAUTHORIZED', { code: 'SIGN_IN_FIRST', message: 'Sign in, then open the link again.' });
        }
        if (!change || change.isFinal || !accountLimit) return undefined;
        const waitMs = await accountLimit.consumeChange(change.from);
        if (waitMs > 0) throw tooMany(waitMs);
        return undefined;
      }
      default:
        return undefined;
    }
  });
}

/** What follows from an answer of better-auth. */
export function rulesAfter({ accountLimit, office, publicUrl, access }: RulesOptions) {
  const letters = createLetters({ office, publicUrl });
  return createAuthMiddleware(async (ctx) => {
    const { returned, newSession } = ctx.context;
    if (returned instanceof Error) return;
    if (ctx.path === '/sign-in/email') {
      const { email } = ctx.body as { readonly email: string };
      await accountLimit?.forgive({ email, knownDevice: await readKnownDevice(ctx, email) });
      await writeKnownDevice(ctx, email);
    }
    if (!newSession) return;
    const { email, name, locale } = newSession.user as unknown as Recipient;
    const person = { to: email, name, locale: parseLocaleChoice(locale ?? '') ?? ('en' as const) };
    if (ctx.path === '/change-password') {
      // better-auth has ended the sessions; a sign-in that waits for its code would still become one.
      await endOtherSessions(access, { userId: newSession.user.id, keptId: newSession.session.id });
      await letters.passwordChanged({ user: newSession.user });
    }
    if (ctx.path === '/verify-email') {
      const change = await emailChange(ctx);
      if (change?.isFinal)
        await office.notify({ ...person, kind: 'email-changed', to: change.from, detail: change.to });
    }
    const isSignedIn = Boolean(
      await ctx.getSignedCookie(ctx.context.authCookies.sessionToken.name, ctx.context.secret),
    );
    const secondStep = isSignedIn ? SECOND_STEP[ctx.path] : undefined;
    if (secondStep) await office.notify({ ...person, kind: 'two-factor-changed', detail: secondStep[person.locale] });
  });
}

interface Recipient {
  readonly email: string;
  readonly name: string;
  readonly locale?: string;
}

/** What each path has done to the second step of signing in, when somebody who is signed in asks. */
const SECOND_STEP: Readonly<Record<string, { readonly en: string; readonly ko: string }>> = {
  '/two-factor/verify-totp': { en: 'on', ko: '켜짐' },
  '/two-factor/disable': { en: 'off', ko: '꺼짐' },
};

function tooMany(waitMs: number): APIError {
  return new APIError(
    'TOO_MANY_REQUESTS',
    { code: 'RATE_LIMITED', message: 'Too many attempts. Wait a moment and try again.' },
    { 'x-retry-after': String(Math.ceil(waitMs / 1_000)) },
  );
}

interface EmailChange {
  readonly from: string;
  readonly to: string;
  readonly isFinal: boolean;
}

/** The change of address that a mailed token is about; undefined when it is about none, or not ours: that better-auth tells. */
async function emailChange(ctx: {
  readonly query?: unknown;
  readonly context: { readonly secret: string };
}): Promise<EmailChange | undefined> {
  const { token } = (ctx.query ?? {}) as { readonly token?: unknown };
  if (typeof token !== 'string') return undefined;
  try {
    const key = new TextEncoder().encode(ctx.context.secret);
    const { email, updateTo, requestType } = (await jwtVerify(token, key, { algorithms: ['HS256'] })).payload;
    if (typeof email !== 'string' || typeof updateTo !== 'string') return undefined;
    return { from: email, to: updateTo, isFinal: requestType !== 'change-email-confirmation' };
  } catch {
    return undefined;
  }
}
