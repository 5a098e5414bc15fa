import { z } from 'zod';

/** The claims of an access token, for whoever verifies one with the keys at `/auth/jwks`. */
export const accessTokenClaims = z.object({
  sub: z.string().min(1),
  role: z.enum(['MEMBER', 'ADMIN']),
  locale: z.enum(['en', 'ko']),
  /** The session that the token came from. */
  sid: z.string().min(1),
  iss: z.string(),
  aud: z.string(),
  exp: z.number(),
});

/**
 * Told on the bus when a session or an API key ends before its time. Whoever holds something open for it closes it, and
 * refuses its access tokens until they would have ended anyway (`ACCESS_TOKEN_LIFETIME_MS`).
 */
export const accessRevoked = {
  name: 'identity.access-revoked',
  schema: z.object({
    userId: z.string().min(1),
    /** The session that ended, or null when it was a key. */
    sessionId: z.string().min(1).nullable(),
    /** The API key that ended, or null when it was a session. */
    apiKeyId: z.string().min(1).nullable(),
    /** When it ended, in milliseconds since the epoch. */
    atMs: z.number(),
  }),
} as const;

export type AccessRevoked = z.infer<typeof accessRevoked.schema>;

/** The same for whoever was away when it was told: what ended so lately that it still matters. 1 000 at a time, from 0. */
export const accessRevocationsQuery = `query AccessRevocations($after: Int!) {
  accessRevocations(after: $after) { sequence userId sessionId apiKeyId revokedAt }
}`;

export const accessRevocationsAnswer = z.object({
  accessRevocations: z.array(
    z.object({
      sequence: z.number().int().positive(),
      userId: z.string().min(1),
      sessionId: z.string().nullable(),
      apiKeyId: z.string().nullable(),
      revokedAt: z.string(),
    }),
  ),
});

/** Ends the address of somebody whose provider told none that it vouches for (RFC 2606: no mail ever reaches it). */
export const NO_ADDRESS = '@no-address.invalid';

/** True for an address that no letter can reach. */
export function isUnreachable(email: string): boolean {
  return email.endsWith(NO_ADDRESS);
}

/** No access token lives longer. */
export const ACCESS_TOKEN_LIFETIME_MS = 600_000;

const accountDeletion = z.object({
  sequence: z.number().int().positive(),
  userId: z.string().min(1),
  deletedAt: z.string(),
});

export type AccountDeletion = z.infer<typeof accountDeletion>;

/** Told on the bus when accounts have gone; it only wakes. What must not be missed is read from the feed. */
export const accountDeleted = {
  name: 'identity.account-deleted',
  schema: z.object({ sequence: z.number().int().positive() }),
} as const;

const accountDeletionsAnswer = z.object({ accountDeletions: z.array(accountDeletion) });

/**
 * Accounts that have gone, in the order they went, for services that keep anything of people (`followFeed`): each removes what
 * it has, then confirms.
 */
export const accountDeletionFeed = {
  subgraph: 'identity',
  channel: accountDeleted,
  readQuery: 'query AccountDeletions($after: Int) { accountDeletions(after: $after) { sequence userId deletedAt } }',
  items: (data: unknown): readonly AccountDeletion[] => accountDeletionsAnswer.parse(data).accountDeletions,
  confirmMutation: 'mutation ConfirmAccountDeletions($through: Int!) { confirmAccountDeletions(through: $through) }',
} as const;
