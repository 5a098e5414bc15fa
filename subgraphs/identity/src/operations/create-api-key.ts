import { createHash, randomBytes } from 'node:crypto';
import { AccessError, isRefusal, refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { requireUser } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import { checkApiKey, KEY_PREFIX, KEYS_MAX } from '../domain/api-key.ts';
import type { ApiKey, ApiKeyInput } from '../domain/api-key.ts';
import type { PostOffice } from '../mail/post-office.ts';
import type { ApiKeyStore } from '../store/api-key-store.ts';
import type { UserStore } from '../store/user-store.ts';

const SECRET_BYTES = 32;
const START_LENGTH = KEY_PREFIX.length + 6;

interface Options {
  readonly apiKeys: ApiKeyStore;
  readonly users: UserStore;
  readonly office: PostOffice;
  readonly terms: { readonly publicUrl: string };
}

/**
 * Makes a key for the person who asks, and writes to them that there is one. The secret is in this answer and nowhere else:
 * what is kept is its hash.
 * @throws AccessError UNAUTHENTICATED when the session that asks has ended: its access token lives on for minutes, a key for good.
 */
export async function createApiKey(
  { apiKeys, users, office, terms }: Options,
  viewer: Viewer,
  input: ApiKeyInput,
): Promise<{ readonly apiKey: ApiKey; readonly secret: string } | Refusal> {
  const userId = requireUser(viewer);
  const checked = checkApiKey(input, new Date());
  if (isRefusal(checked)) return checked;
  const secret = KEY_PREFIX + randomBytes(SECRET_BYTES).toString('base64url');
  const key = { ...checked, userId, start: secret.slice(0, START_LENGTH), hash: hashApiKey(secret) };
  const sessionId = viewer.kind === 'user' ? viewer.sessionId : undefined;
  const apiKey = sessionId ? await apiKeys.create(key, { keysMax: KEYS_MAX, sessionId }) : 'signed-out';
  if (apiKey === 'signed-out') throw new AccessError('UNAUTHENTICATED', 'Sign in to do this.');
  if (apiKey === 'too-many') return refuse('QUOTA_EXCEEDED', 'apiKey.tooMany', { params: { max: KEYS_MAX } });
  const [user] = await users.listByIds([userId]);
  if (user) {
    const { email: to, displayName: name, locale } = user;
    const link = new URL('/forgot-password', terms.publicUrl).href;
    await office.notify({ kind: 'api-key-made', to, name, locale, detail: apiKey.name, link });
  }
  return { apiKey, secret };
}

/** A key has 256 random bits: a plain hash is enough, nobody can try them all. */
export function hashApiKey(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
