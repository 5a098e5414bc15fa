import type { Logger } from '@modu/logger';
import { genericOAuth } from 'better-auth/plugins/generic-oauth';
import { NO_ADDRESS } from '../contracts.ts';
import { NAME_LENGTH_MAX, parseDisplayName } from '../domain/profile.ts';
import { createProviderCalls } from './provider-calls.ts';

export const PROVIDERS = ['google', 'discord'] as const;

export type ProviderId = (typeof PROVIDERS)[number];

/** Another house that says who somebody is. */
export interface Provider {
  readonly id: ProviderId;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where people agree, where codes become tokens, where tokens become a person. */
  readonly endpoints: readonly [authorize: string, token: string, person: string];
}

/** What a provider tells of a person, as far as we read it. */
type Profile = Readonly<Record<string, unknown>>;

const SCOPES: Readonly<Record<ProviderId, string[]>> = {
  google: ['openid', 'email', 'profile'],
  discord: ['identify', 'email'],
};

/** Signing in with Google and Discord: authorization code with state and PKCE, never an implicit answer. */
export function signInProviders(providers: readonly Provider[], logger: Logger) {
  return genericOAuth({
    config: providers.map(({ id, clientId, clientSecret, endpoints: [authorizationUrl, tokenUrl, personUrl] }) => ({
      providerId: id,
      clientId,
      clientSecret,
      authorizationUrl,
      tokenUrl,
      ...createProviderCalls({ clientId, clientSecret, tokenUrl, personUrl }, { logger }),
      scopes: SCOPES[id],
      pkce: true,
      accountSubject: ({ profile }) => subjectOf(id, profile),
      mapProfileToUser: (profile) => toPerson(id, profile),
    })),
  });
}

/** What stays the same of a person at their provider: a name or an address may change and go to somebody else. */
function subjectOf(id: ProviderId, profile: Profile): string {
  const subject = id === 'google' ? profile['sub'] : profile['id'];
  return typeof subject === 'string' ? subject : '';
}

/**
 * A person as a provider tells of them. An address counts only when the provider vouches for it: one that somebody merely typed
 * there would open an account here at the address of another. Who has none that counts gets one that no mail can reach
 * (`.invalid`, RFC 2606) until they add their own on the account page.
 */
export function toPerson(id: ProviderId, profile: Profile) {
  const isVerified = profile['email_verified'] === true || profile['verified'] === true;
  const email = isVerified && typeof profile['email'] === 'string' && profile['email'] !== '' ? profile['email'] : null;
  const named = [profile['name'], profile['global_name'], profile['username']].find((name) => typeof name === 'string');
  const name = parseDisplayName(String(named ?? '').slice(0, NAME_LENGTH_MAX)) ?? 'Modu';
  return {
    email: email ?? `${id}-${subjectOf(id, profile)}${NO_ADDRESS}`,
    emailVerified: email !== null,
    name,
  };
}
