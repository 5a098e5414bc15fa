import type { BetterAuthOptions } from 'better-auth/minimal';

/** Seconds and attempts of one address (an IPv6 network of 64 bits counts as one). */
const RULES = {
  '/sign-in/email': { window: 60, max: 10 },
  '/sign-up/email': { window: 600, max: 20 },
  '/token': { window: 60, max: 120 },
  '/get-session': { window: 60, max: 240 },
  // Each may send a letter. The longest window: what we count ourselves in that table (store/count-store.ts) is kept as long.
  '/verify-email': { window: 3_600, max: 300 },
} as const;

/** Attempts are counted in the database, so that all processes count together and a restart forgets nothing. */
export function rateLimit({ enabled }: { readonly enabled: boolean }): NonNullable<BetterAuthOptions['rateLimit']> {
  return {
    enabled,
    storage: 'database',
    window: 60,
    max: 300,
    customRules: { ...RULES, '/jwks': false, '/ok': false },
  };
}
