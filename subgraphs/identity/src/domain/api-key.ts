import { isRefusal, refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { SCOPES } from '@modu/viewer';
import type { Scope } from '@modu/viewer';
import { NAME_LENGTH_MAX, parseDisplayName } from './profile.ts';

/** A key with which a program of a person calls the graph; the key itself is known to the program alone. */
export interface ApiKey {
  readonly id: string;
  readonly userId: string;
  readonly name: string;
  /** Its first characters, by which a person tells their keys apart. */
  readonly start: string;
  readonly scopes: readonly Scope[];
  readonly requestsPerMinute: number;
  readonly expiresAt: Date | null;
  readonly lastUsedAt: Date | null;
  readonly createdAt: Date;
}

export interface ApiKeyInput {
  readonly name: string;
  readonly scopes: readonly string[];
  readonly expiresAt?: Date | null;
  readonly requestsPerMinute?: number | null;
}

export type CheckedApiKey = Pick<ApiKey, 'name' | 'scopes' | 'expiresAt' | 'requestsPerMinute'>;

export const KEY_PREFIX = 'modu_';
/** More than anybody tells apart. */
export const KEYS_MAX = 50;
const REQUESTS_PER_MINUTE = { min: 1, max: 6_000, default: 120 } as const;

const field = (name: string) => ({ path: ['input', name] });

/** What is asked of a new key, checked; `now` decides whether it would be over already. */
export function checkApiKey(input: ApiKeyInput, now: Date): CheckedApiKey | Refusal {
  const name = parseDisplayName(input.name);
  if (name === undefined)
    return refuse('INVALID_INPUT', 'apiKey.name', { ...field('name'), params: { max: NAME_LENGTH_MAX } });
  const scopes = checkScopes(input.scopes);
  if (isRefusal(scopes)) return scopes;
  const expiresAt = input.expiresAt ?? null;
  if (expiresAt && expiresAt <= now) return refuse('INVALID_INPUT', 'apiKey.expiresAt', field('expiresAt'));
  const requestsPerMinute = input.requestsPerMinute ?? REQUESTS_PER_MINUTE.default;
  const { min, max } = REQUESTS_PER_MINUTE;
  if (requestsPerMinute < min || requestsPerMinute > max) {
    return refuse('INVALID_INPUT', 'apiKey.requestsPerMinute', { ...field('requestsPerMinute'), params: { min, max } });
  }
  return { name, scopes, expiresAt, requestsPerMinute };
}

function checkScopes(given: readonly string[]): readonly Scope[] | Refusal {
  const scopes = SCOPES.filter((scope) => given.includes(scope));
  const isKnown = given.every((scope) => SCOPES.some((known) => known === scope));
  if (scopes.length > 0 && isKnown) return scopes;
  return refuse('INVALID_INPUT', 'apiKey.scopes', { ...field('scopes'), params: { scopes: SCOPES.join(', ') } });
}
