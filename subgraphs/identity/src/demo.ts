import type { Auth } from './auth/auth.ts';
import type { IdentityStore } from './store/database.ts';

export const DEMO_EMAIL = 'demo@modu.local';

/** Makes the demo account unless it is there; of several processes that start together one does it. */
export async function ensureDemoAccount(
  auth: Auth,
  { users, sessions }: Pick<IdentityStore, 'users' | 'sessions'>,
  password: string,
): Promise<void> {
  if ((await users.findByEmail(DEMO_EMAIL))?.emailVerified) return;
  try {
    const { user } = await auth.api.signUpEmail({ body: { email: DEMO_EMAIL, password, name: 'Demo' } });
    // Signing up signs in, and nobody sits there.
    await sessions.deleteOthers({ userId: user.id, keptId: undefined });
  } catch (error) {
    if (!(await users.findByEmail(DEMO_EMAIL))) throw error;
  }
  // Nobody reads mail at this address.
  await users.markVerified(DEMO_EMAIL);
}
