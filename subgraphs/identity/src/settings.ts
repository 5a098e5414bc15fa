import { flag, postgresUrl, secret, together } from '@modu/settings';
import { z } from 'zod';
import type { Provider } from './auth/providers.ts';
import { isLoopback } from './domain/origins.ts';
import { PASSWORD_LENGTH } from './domain/profile.ts';

/** Three addresses, separated by spaces: where people agree, where codes become tokens, where tokens become a person. */
const endpoints = z
  .string()
  .transform((text) => text.trim().split(/\s+/))
  .refine(
    (urls) => urls.length === 3 && urls.every((url) => URL.canParse(url)),
    'must be three addresses with spaces between',
  )
  .transform(([authorize = '', token = '', person = '']) => [authorize, token, person] as const);

const settings = z.object({
  /** Accounts and sessions: a database of their own. */
  IDENTITY_DATABASE_URL: postgresUrl,
  /** Signs cookies and encrypts the private keys of access tokens; changing it signs everybody out. */
  AUTH_SECRET: secret,
  /** Where people reach the studio; issuer and audience of access tokens. */
  PUBLIC_URL: z.url().default('http://localhost:4000'),
  /** Other origins that may sign people in, separated by commas. */
  ALLOWED_ORIGINS: z
    .string()
    .default('')
    .transform((text) => text.split(',').flatMap((origin) => origin.trim() || [])),
  /** How long a session token is in use before it is replaced; longer than requests under way with the one before may take. */
  SESSION_ROTATION_MS: z.coerce.number().int().min(60_000).max(86_400_000).default(600_000),
  /** Signing in with Google, where both are set; the addresses are Google's own unless a proxy stands between. */
  GOOGLE_CLIENT_ID: z.string().optional(),
  GOOGLE_CLIENT_SECRET: z.string().optional(),
  GOOGLE_ENDPOINTS: endpoints.prefault(
    'https://accounts.google.com/o/oauth2/v2/auth https://oauth2.googleapis.com/token https://openidconnect.googleapis.com/v1/userinfo',
  ),
  /** The same for Discord. */
  DISCORD_CLIENT_ID: z.string().optional(),
  DISCORD_CLIENT_SECRET: z.string().optional(),
  DISCORD_ENDPOINTS: endpoints.prefault(
    'https://discord.com/oauth2/authorize https://discord.com/api/oauth2/token https://discord.com/api/users/@me',
  ),
  /**
   * A list of leaked passwords with the range search of Pwned Passwords, as `https://api.pwnedpasswords.com/range/`; passwords on
   * it are refused. Unset: no list is asked.
   */
  BREACHED_PASSWORDS_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Limits attempts by address; off only where one address stands for many people, as in tests. */
  AUTH_RATE_LIMIT: flag.default(true),
  /** The mail server, as smtp://user:password@host:port or smtps://…; without one letters are kept, not sent. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** Whom letters come from. */
  MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]*[^\s@]+@[^\s@]+>?$/, 'must look like Name <address@host>')
    .default('Modu Studio <no-reply@modu.local>'),
  /** `required`: nobody signs in before they answered a letter. By default required where a mail server is set. */
  EMAIL_VERIFICATION: z.enum(['required', 'later']).optional(),
  /**
   * Addresses of the people who look after the studio, separated by commas: they are admins as long as they stand here and have
   * verified the address.
   */
  ADMIN_EMAILS: z
    .string()
    .default('')
    .transform((text) => new Set(text.split(',').flatMap((email) => email.trim().toLowerCase() || []))),
  /** Days between asking for an account to be deleted and its end. */
  ACCOUNT_GRACE_DAYS: z.coerce.number().int().min(0).max(90).default(14),
  NODE_ENV: z.string().optional(),
  /** Makes demo@modu.local, whose password everybody knows: for a machine of one person alone. */
  DEMO_ACCOUNT: flag.default(false),
  DEMO_PASSWORD: z.string().min(PASSWORD_LENGTH.min).max(PASSWORD_LENGTH.max).default('modu-demo-2026'),
});

/** Half of what a house gave us opens no door, and who set it believes that one is open. */
export const identitySettings = together(together(settings, ['GOOGLE_CLIENT_ID', 'GOOGLE_CLIENT_SECRET']), [
  'DISCORD_CLIENT_ID',
  'DISCORD_CLIENT_SECRET',
]);

export type IdentitySettings = z.output<typeof identitySettings>;

/** The houses with which people may sign in: those whose id and secret are set. */
export function chosenProviders(settings: IdentitySettings): Provider[] {
  const { GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET, DISCORD_CLIENT_ID, DISCORD_CLIENT_SECRET } = settings;
  const { GOOGLE_ENDPOINTS, DISCORD_ENDPOINTS } = settings;
  const all = [
    { id: 'google', clientId: GOOGLE_CLIENT_ID, clientSecret: GOOGLE_CLIENT_SECRET, endpoints: GOOGLE_ENDPOINTS },
    { id: 'discord', clientId: DISCORD_CLIENT_ID, clientSecret: DISCORD_CLIENT_SECRET, endpoints: DISCORD_ENDPOINTS },
  ] as const;
  return all.flatMap(({ clientId, clientSecret, ...rest }) =>
    clientId && clientSecret ? [{ ...rest, clientId, clientSecret }] : [],
  );
}

/** The demo account is for loopback: an address that others can reach never gets one. */
export function wantsDemoAccount({ DEMO_ACCOUNT, PUBLIC_URL }: IdentitySettings): boolean {
  return DEMO_ACCOUNT && isLoopback(PUBLIC_URL);
}

/** Signing in waits for an answered letter wherever letters can be sent, unless the setting says otherwise. */
export function requiresVerifiedEmail({ EMAIL_VERIFICATION, SMTP_URL }: IdentitySettings): boolean {
  return EMAIL_VERIFICATION ? EMAIL_VERIFICATION === 'required' : SMTP_URL !== undefined;
}

/** Letters are shown to whoever asks only on a machine of one person, where none can be sent. */
export function showsMail({ SMTP_URL, NODE_ENV, PUBLIC_URL }: IdentitySettings): boolean {
  return SMTP_URL === undefined && NODE_ENV !== 'production' && isLoopback(PUBLIC_URL);
}
