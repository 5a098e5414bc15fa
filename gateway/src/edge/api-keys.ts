import { createHash } from 'node:crypto';
import { createServiceCaller } from '@modu/network';
import type { Network } from '@modu/network';
import type { IdentityTokens, UserViewer } from '@modu/viewer';
import { SCOPES } from '@modu/viewer';
import { z } from 'zod';
import type { KeyGuesses } from '../front-door/key-guesses.ts';
import type { Revocations } from './revocations.ts';

export interface VerifiedKey {
  readonly viewer: UserViewer;
  readonly requestsPerMinute: number;
  readonly expiresAtMs: number;
}

/** Its address has asked about too many keys that nobody has. */
export interface TooManyGuesses {
  readonly retryAfterMs: number;
}

export interface ApiKeys {
  /** `undefined` for a key that is unknown, over or revoked. Throws when identity can't be asked. */
  verify(secret: string, address: string): Promise<VerifiedKey | TooManyGuesses | undefined>;
  stop(): void;
}

const VERIFY = `query VerifyApiKey($hash: String!) {
  verifyApiKey(hash: $hash) { apiKey { id scopes requestsPerMinute expiresAt } user { id locale } }
}`;

const answer = z.object({
  verifyApiKey: z
    .object({
      apiKey: z.object({
        id: z.string(),
        scopes: z.array(z.enum(SCOPES)),
        requestsPerMinute: z.number(),
        expiresAt: z.string().nullable(),
      }),
      user: z.object({ id: z.string(), locale: z.enum(['en', 'ko']).catch('en') }),
    })
    .nullable(),
});

/** A good key is asked about once a minute, which is also how `lastUsedAt` stays true; a bad one not more often than this. */
const GOOD_FOR_MS = 60_000;
const BAD_FOR_MS = 5_000;
const KEPT_MAX = 10_000;
/** A socket of a key is closed after an hour and comes back: so a revocation that was missed does not hold for ever. */
const LIFETIME_MAX_MS = 3_600_000;

interface Kept {
  readonly key: VerifiedKey | undefined;
  readonly untilMs: number;
}

/** Asks identity about keys and remembers the answers shortly; a revocation empties what it is about at once. */
export function createApiKeys({
  network,
  identity,
  revocations,
  guesses,
}: {
  network: Network;
  identity: IdentityTokens;
  revocations: Revocations;
  guesses: KeyGuesses;
}): ApiKeys {
  const caller = createServiceCaller({ service: 'gateway', network, identity });
  const kept = new Map<string, Kept>();
  const asking = new Map<string, ReturnType<ApiKeys['verify']>>();

  const ask = async (hash: string): Promise<VerifiedKey | undefined> => {
    const data = await caller.call({ subgraph: 'identity', query: VERIFY, variables: { hash }, timeoutMs: 5_000 });
    const key = toVerified(answer.parse(data).verifyApiKey);
    const [oldest] = kept.keys();
    if (kept.size >= KEPT_MAX && oldest !== undefined) kept.delete(oldest);
    kept.delete(hash);
    kept.set(hash, {
      key,
      untilMs: Math.min(Date.now() + (key ? GOOD_FOR_MS : BAD_FOR_MS), key?.expiresAtMs ?? Infinity),
    });
    return key;
  };
  const guess = async (hash: string, address: string) => {
    const retryAfterMs = await guesses.begin(address);
    if (retryAfterMs > 0) return { retryAfterMs };
    const key = await ask(hash);
    if (key) await guesses.wasRight(address);
    return key;
  };
  const stop = revocations.onRevoked(({ apiKeyId }) => {
    if (!apiKeyId) return;
    for (const [hash, { key }] of kept) if (key?.viewer.apiKeyId === apiKeyId) kept.delete(hash);
  });
  return {
    verify: async (secret, address) => {
      const hash = createHash('sha256').update(secret).digest('hex');
      const known = kept.get(hash);
      if (known && known.untilMs > Date.now()) return known.key;
      // One that was good a minute ago is no guess, whoever else shares its address.
      const pending =
        asking.get(hash) ?? (known?.key ? ask(hash) : guess(hash, address)).finally(() => asking.delete(hash));
      asking.set(hash, pending);
      return pending;
    },
    stop,
  };
}

function toVerified(verified: z.output<typeof answer>['verifyApiKey']): VerifiedKey | undefined {
  if (!verified) return undefined;
  const { apiKey, user } = verified;
  const endsMs = apiKey.expiresAt ? Date.parse(apiKey.expiresAt) : Infinity;
  return {
    // A program is never an admin, whoever made its key.
    viewer: {
      kind: 'user',
      userId: user.id,
      role: 'MEMBER',
      locale: user.locale,
      apiKeyId: apiKey.id,
      scopes: apiKey.scopes,
    },
    requestsPerMinute: apiKey.requestsPerMinute,
    expiresAtMs: Math.min(endsMs, Date.now() + LIFETIME_MAX_MS),
  };
}
