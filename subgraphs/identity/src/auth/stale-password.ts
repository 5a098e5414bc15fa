import { APIError } from 'better-auth/api';
import type { Access } from '../operations/end-access.ts';
import type { PrismaClient } from '../store/generated/client.ts';
import { provedHashes } from './passwords.ts';

interface Begun {
  readonly id: string;
  readonly userId: string;
}

/**
 * A sign-in may prove the old password just before a new one is set, and write its session just after all sessions were ended: it
 * would stay open to whoever had the old password. So the password is looked at once more when the session is there. A new one that
 * is set later still finds the session, and ends it.
 * @throws APIError INVALID_EMAIL_OR_PASSWORD, as it would have been a moment later; the session is ended.
 */
export async function endIfPasswordChanged(
  { prisma, access }: { readonly prisma: PrismaClient; readonly access: Access },
  { id, userId }: Begun,
): Promise<void> {
  const proved = provedHashes();
  if (proved.size === 0) return;
  const accounts = await prisma.account.findMany({
    where: { userId, providerId: 'credential' },
    select: { password: true },
  });
  if (accounts.some(({ password }) => password !== null && proved.has(password))) return;
  await access.sessions.delete({ id, userId });
  throw APIError.from('UNAUTHORIZED', { code: 'INVALID_EMAIL_OR_PASSWORD', message: 'Invalid email or password' });
}
