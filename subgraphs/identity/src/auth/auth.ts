import { createId } from '@modu/ids';
import type { Logger } from '@modu/logger';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import { isAPIError } from 'better-auth/api';
import { betterAuth } from 'better-auth/minimal';
import type { BetterAuthOptions } from 'better-auth/minimal';
import { jwt } from 'better-auth/plugins/jwt';
import { z } from 'zod';
import { ACCESS_TOKEN_LIFETIME_MS } from '../contracts.ts';
import { trustedOrigins } from '../domain/origins.ts';
import { LOCALES, PASSWORD_LENGTH } from '../domain/profile.ts';
import type { PostOffice } from '../mail/post-office.ts';
import { endAccessOf, endOldestSessions } from '../operations/end-access.ts';
import type { Access } from '../operations/end-access.ts';
import type { CountStore } from '../store/count-store.ts';
import type { PrismaClient } from '../store/generated/client.ts';
import { passwords } from './passwords.ts';
import type { IsBreached } from './breached-passwords.ts';
import { signInProviders } from './providers.ts';
import type { Provider } from './providers.ts';
import { rateLimit } from './rate-limit.ts';
import { roleOf } from '../domain/role.ts';
import { createAccountLimit } from './account-limit.ts';
import { createLetters } from './letters.ts';
import { rulesAfter, rulesBefore } from './rules.ts';
import { secondStep } from './second-step.ts';
import { sessionRotation } from './session-rotation.ts';
import { endIfPasswordChanged } from './stale-password.ts';
import type { RotationOptions } from './session-rotation.ts';

export interface AuthOptions {
  readonly prisma: PrismaClient;
  readonly counts: CountStore;
  readonly secret: string;
  readonly publicUrl: string;
  readonly allowedOrigins: readonly string[];
  readonly limitAttempts: boolean;
  /** Nobody signs in before they answered a letter; then signing up tells nobody which addresses have accounts. */
  readonly requiresVerifiedEmail: boolean;
  readonly office: PostOffice;
  readonly access: Access;
  /** Other houses with which people may sign in. */
  readonly providers: readonly Provider[];
  /** Addresses, in lower case, whose verified owners are admins. */
  readonly adminEmails: ReadonlySet<string>;
  /** Absent where no list of leaked passwords is set. */
  readonly isBreached: IsBreached | undefined;
  readonly rotation: Omit<RotationOptions, 'logger'>;
  readonly logger: Logger;
}

const DAY_SECONDS = 86_400;
const LINK_LIFETIME_SECONDS = 3_600;
/** Far more rows of one kind than a person has. */
const ROWS_MAX = 1_000;

/** better-auth with the studio's rules; it answers `/auth/*`. */
export function createAuth(options: AuthOptions) {
  const { prisma, secret, publicUrl, allowedOrigins, limitAttempts, access, logger } = options;
  const accountLimit = limitAttempts ? createAccountLimit(options.counts) : undefined;
  const rules = { office: options.office, publicUrl, access, accountLimit, isBreached: options.isBreached };
  return betterAuth({
    appName: 'Modu Studio',
    baseURL: publicUrl,
    basePath: '/auth',
    secret,
    trustedOrigins: trustedOrigins(publicUrl, allowedOrigins),
    database: prismaAdapter(prisma, { provider: 'postgresql', transaction: true }),
    ...withMail(options),
    session: { expiresIn: 7 * DAY_SECONDS, updateAge: DAY_SECONDS, cookieCache: { enabled: false } },
    verification: { storeIdentifier: 'hashed' },
    rateLimit: rateLimit({ enabled: limitAttempts }),
    hooks: { before: rulesBefore(rules), after: rulesAfter(rules) },
    databaseHooks: {
      // A provider's address of a picture is not kept: pictures are uploaded as assets.
      user: { create: { before: (user) => Promise.resolve({ data: { ...user, image: null } }) } },
      session: {
        create: {
          after: async (session) => {
            await endIfPasswordChanged({ prisma, access }, session);
            await endOldestSessions(access, session.userId);
          },
        },
        delete: { after: ({ id, userId }) => access.tellRevoked({ userId, sessionId: id }) },
      },
    },
    account: { encryptOAuthTokens: true },
    plugins: [
      accessTokens(publicUrl, options.adminEmails),
      secondStep(),
      signInProviders(options.providers, logger),
      sessionRotation({ ...options.rotation, logger }),
    ],
    advanced: {
      cookiePrefix: 'modu',
      // Said outright: left to itself, better-auth drops these checks when it believes it is under test.
      disableCSRFCheck: false,
      disableOriginCheck: false,
      useSecureCookies: new URL(publicUrl).protocol === 'https:',
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      // Sessions that better-auth ends all at once are told one by one: none may be beyond what it reads.
      database: { generateId: createId, defaultFindManyLimit: ROWS_MAX },
      // The host writes the address it was called from into this header and drops what a client put there.
      ipAddress: { ipAddressHeaders: ['x-forwarded-for'] },
    },
    telemetry: { enabled: false },
    logger: { level: 'warn', log: toLog(logger) },
    // Where a failed return from a provider ends when it names no page of its own.
    onAPIError: {
      errorURL: new URL('/sign-in?refused=true', publicUrl).href,
      onError: (error) => logFailure(error, logger),
    },
  });
}

/** Passwords, addresses and the letters about them. */
function withMail({ office, publicUrl, requiresVerifiedEmail, access }: AuthOptions) {
  const letters = createLetters({ office, publicUrl });
  return {
    emailAndPassword: {
      enabled: true,
      autoSignIn: true,
      requireEmailVerification: requiresVerifiedEmail,
      minPasswordLength: PASSWORD_LENGTH.min,
      maxPasswordLength: PASSWORD_LENGTH.max,
      password: passwords,
      resetPasswordTokenExpiresIn: LINK_LIFETIME_SECONDS,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: letters.resetPassword,
      // Whoever had the old password may have made keys: they end with it. What better-auth would do of this comes too late for them.
      onPasswordReset: async ({ user }: { readonly user: { id: string; email: string; name: string } }) => {
        const endedKeys = await endAccessOf(access, user.id);
        await letters.passwordChanged({ user, endedKeys });
      },
      onExistingUserSignUp: letters.alreadyRegistered,
    },
    emailVerification: {
      sendOnSignUp: true,
      sendOnSignIn: requiresVerifiedEmail,
      expiresIn: LINK_LIFETIME_SECONDS,
      sendVerificationEmail: letters.verifyEmail,
    },
    user: {
      changeEmail: { enabled: true, sendChangeEmailConfirmation: letters.confirmEmailChange },
      additionalFields: {
        role: { type: 'string', required: false, defaultValue: 'MEMBER', input: false },
        locale: {
          type: 'string',
          required: false,
          defaultValue: 'en',
          validator: { input: z.enum(LOCALES, 'Choose English (en) or Korean (ko).') },
        },
      },
    },
  } as const satisfies Partial<BetterAuthOptions>;
}

export type Auth = ReturnType<typeof createAuth>;

/** Access tokens for the gateway: short, signed with keys that rotate and whose public halves are at `/auth/jwks`. */
function accessTokens(publicUrl: string, adminEmails: ReadonlySet<string>) {
  return jwt({
    disableSettingJwtHeader: true,
    jwks: {
      keyPairConfig: { alg: 'EdDSA', crv: 'Ed25519' },
      rotationInterval: 30 * DAY_SECONDS,
      gracePeriod: DAY_SECONDS,
    },
    jwt: {
      issuer: publicUrl,
      audience: publicUrl,
      expirationTime: `${ACCESS_TOKEN_LIFETIME_MS / 1_000}s`,
      definePayload: ({ user, session }) => ({
        role: roleOf({ ...user, role: String(user['role']) }, adminEmails),
        locale: user['locale'],
        sid: session.id,
      }),
    },
  });
}

/** A refusal is an answer, not an event; whatever else is thrown is ours to mend. */
function logFailure(error: unknown, logger: Logger): void {
  if (isAPIError(error) && error.statusCode < 500) return;
  logger.error({ err: error }, 'an auth request failed');
}

/** Its errors reach our log as they are; its arguments may hold what a person typed, so only errors are taken. */
function toLog(logger: Logger) {
  return (level: 'debug' | 'info' | 'warn' | 'error', message: string, ...rest: unknown[]) => {
    const error = rest.find((argument) => argument instanceof Error);
    logger[level](error ? { err: error } : {}, message);
  };
}
