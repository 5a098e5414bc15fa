import { call, field } from './auth-client.ts';

/** Other houses with which people may sign in here. */
export type ProviderId = 'google' | 'discord';

/** Those that are set up; none when it can't be known. */
export async function fetchProviders(): Promise<readonly ProviderId[]> {
  const named = field(await call('/auth/providers', { method: 'GET' }).catch(() => null), 'providers');
  if (!Array.isArray(named)) return [];
  return (['google', 'discord'] as const).filter((id) => named.includes(id));
}

/** Where the browser goes to sign in with a provider; it comes back to `next`. Throws AuthError. */
export async function providerAddress({
  provider,
  next,
}: {
  readonly provider: ProviderId;
  readonly next: string;
}): Promise<string> {
  const errorCallbackURL = '/sign-in?refused=true';
  const body = { provider, callbackURL: next, errorCallbackURL };
  return String(field(await call('/auth/sign-in/social', { method: 'POST', body }), 'url'));
}
