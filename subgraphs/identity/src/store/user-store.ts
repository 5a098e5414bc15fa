import { parseLocale } from '@modu/viewer';
import type { CheckedProfileChange } from '../domain/profile.ts';
import { roleOf } from '../domain/role.ts';
import type { User } from '../domain/user.ts';
import type { PrismaClient, User as UserRow } from './generated/client.ts';

export interface UserStore {
  /** Those of the people asked for who exist, in any order. */
  listByIds(ids: readonly string[]): Promise<User[]>;
  /** Those of the people asked for who have a password, in any order. */
  listWithPassword(ids: readonly string[]): Promise<string[]>;
  findByEmail(email: string): Promise<User | undefined>;
  markVerified(email: string): Promise<void>;
  /** Returns undefined when there is no such person. */
  update(id: string, change: CheckedProfileChange): Promise<User | undefined>;
  /** Keeps which file shows the person. Returns undefined when there is no such person. */
  setAvatar(id: string, avatarAssetId: string | null): Promise<User | undefined>;
}

/** @param adminEmails addresses, in lower case, whose verified owners are admins. */
export function createUserStore(prisma: PrismaClient, adminEmails: ReadonlySet<string>): UserStore {
  const toUser = (row: UserRow) => shapeUser(row, adminEmails);
  return {
    listByIds: async (ids) => (await prisma.user.findMany({ where: { id: { in: [...ids] } } })).map(toUser),
    listWithPassword: async (ids) => {
      const where = { userId: { in: [...ids] }, providerId: 'credential', password: { not: null } };
      return (await prisma.account.findMany({ where, select: { userId: true } })).map(({ userId }) => userId);
    },
    findByEmail: async (email) => {
      const row = await prisma.user.findUnique({ where: { email: email.toLowerCase() } });
      return row ? toUser(row) : undefined;
    },
    markVerified: async (email) =>
      void (await prisma.user.updateMany({ where: { email }, data: { emailVerified: true } })),
    update: async (id, { displayName, locale }) => {
      const change = { ...(displayName === undefined ? {} : { name: displayName }), ...(locale ? { locale } : {}) };
      const [row] = await prisma.user.updateManyAndReturn({ where: { id }, data: change });
      return row ? toUser(row) : undefined;
    },
    setAvatar: async (id, avatarAssetId) => {
      const [row] = await prisma.user.updateManyAndReturn({ where: { id }, data: { avatarAssetId } });
      return row ? toUser(row) : undefined;
    },
  };
}

function shapeUser({ name, locale, role, ...row }: UserRow, adminEmails: ReadonlySet<string>): User {
  const { id, email, emailVerified, twoFactorEnabled, avatarAssetId, deletesAt, createdAt } = row;
  const known = roleOf({ role, email, emailVerified }, adminEmails);
  const flags = { emailVerified, twoFactorEnabled, avatarAssetId, deletesAt, createdAt };
  return { id, email, displayName: name, locale: parseLocale(locale), role: known, ...flags };
}
