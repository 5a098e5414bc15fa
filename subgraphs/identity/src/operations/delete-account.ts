import { refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { requireUser } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import type { User } from '../domain/user.ts';
import type { PostOffice } from '../mail/post-office.ts';
import type { AccountStore } from '../store/account-store.ts';
import type { UserStore } from '../store/user-store.ts';
import type { TellRevoked } from './tell-revoked.ts';

export interface AccountTerms {
  /** Days between asking for the end of an account and its end. */
  readonly graceDays: number;
  readonly publicUrl: string;
}

interface Options {
  readonly users: UserStore;
  readonly accounts: AccountStore;
  readonly tellRevoked: TellRevoked;
  readonly office: PostOffice;
  readonly terms: AccountTerms;
}

const DAY_MS = 86_400_000;

/** Plans the end of the account of the person who asks, and signs them out everywhere. Asking again changes nothing. */
export async function deleteAccount(
  { users, accounts, tellRevoked, office, terms }: Options,
  viewer: Viewer,
  confirmEmail: string,
): Promise<{ readonly deletesAt: Date } | Refusal> {
  const userId = requireUser(viewer);
  const [user] = await users.listByIds([userId]);
  if (!user) return refuse('NOT_FOUND', 'profile.notFound');
  if (user.email !== confirmEmail.trim().toLowerCase()) {
    return refuse('INVALID_INPUT', 'account.confirmEmail', { path: ['confirmEmail'] });
  }
  const deletesAt = user.deletesAt ?? new Date(Date.now() + terms.graceDays * DAY_MS);
  const { sessionIds, apiKeyIds } = await accounts.planDeletion({ userId, deletesAt });
  for (const sessionId of sessionIds) await tellRevoked({ userId, sessionId });
  for (const apiKeyId of apiKeyIds) await tellRevoked({ userId, apiKeyId });
  await office.notify({
    kind: 'account-closing',
    to: user.email,
    name: user.displayName,
    locale: user.locale,
    detail: new Intl.DateTimeFormat(user.locale, { dateStyle: 'long', timeZone: 'UTC' }).format(deletesAt),
    link: new URL('/account', terms.publicUrl).href,
  });
  return { deletesAt };
}

/** Takes the end of the account back while it is still there. */
export async function keepAccount(
  { users, accounts }: Pick<Options, 'users' | 'accounts'>,
  viewer: Viewer,
): Promise<User | Refusal> {
  const userId = requireUser(viewer);
  if (!(await accounts.cancelDeletion(userId))) return refuse('CONFLICT', 'account.notClosing');
  const [user] = await users.listByIds([userId]);
  return user ?? refuse('NOT_FOUND', 'profile.notFound');
}
