import type { PostOffice } from '../mail/post-office.ts';
import type { TokenFamily } from '../store/token-family-store.ts';
import type { UserStore } from '../store/user-store.ts';
import type { TellRevoked } from './tell-revoked.ts';

interface Options {
  readonly users: UserStore;
  readonly office: PostOffice;
  readonly tellRevoked: TellRevoked;
  readonly publicUrl: string;
}

/** A copy of an old session token was used: what is open for the session closes, and the person is told by letter. */
export function createReplayReport({ users, office, tellRevoked, publicUrl }: Options) {
  return async ({ userId, sessionId, userAgent }: TokenFamily): Promise<void> => {
    await tellRevoked({ userId, sessionId });
    const [user] = await users.listByIds([userId]);
    if (!user) return;
    await office.notify({
      kind: 'session-replayed',
      to: user.email,
      name: user.displayName,
      locale: user.locale,
      detail: (userAgent ?? '').slice(0, 120) || new URL(publicUrl).host,
      link: new URL('/forgot-password', publicUrl).href,
    });
  };
}
