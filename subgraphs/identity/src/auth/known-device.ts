import { createId } from '@modu/ids';
import type { createAuthMiddleware } from 'better-auth/api';
import { digestOf } from '../domain/digest.ts';

type Context = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0];

const YEAR_SECONDS = 365 * 86_400;

/**
 * A signed cookie that a browser gets with the right password, good for that account alone and for nothing but a count of attempts of
 * its own ("device cookies" of OWASP): wrong passwords tried elsewhere do not shut out whoever has signed in here before.
 * It outlives a sign-out, and opens nothing by itself.
 */
export async function readKnownDevice(ctx: Context, email: string): Promise<string | undefined> {
  const value = await ctx.getSignedCookie(cookieOf(ctx).name, ctx.context.secret);
  return value && value.startsWith(`${digestOf(email)}.`) ? value : undefined;
}

/** Another name each time, so that what was counted for one that was copied is not counted for the next. */
export async function writeKnownDevice(ctx: Context, email: string): Promise<void> {
  const { name, attributes } = cookieOf(ctx);
  await ctx.setSignedCookie(name, `${digestOf(email)}.${createId()}`, ctx.context.secret, attributes);
}

const cookieOf = (ctx: Context) => ctx.context.createAuthCookie('known_device', { maxAge: YEAR_SECONDS });
