import type { Letter } from '../mail/letter.ts';
import type { Prisma, PrismaClient } from './generated/client.ts';
import { toMailRow } from './mail-store.ts';
import type { RevocationRow } from './revocation-store.ts';

/** Sessions and keys that are no more: whoever holds something open for one is to be told. */
export interface EndedAccess {
  readonly sessionIds: readonly string[];
  readonly apiKeyIds: readonly string[];
}

/** What it takes to write to somebody whose account has gone. */
export interface ClosedAccount {
  readonly sequence: number;
  readonly email: string;
  readonly displayName: string;
  readonly locale: string;
}

export interface DeletionRow {
  readonly sequence: number;
  readonly userId: string;
  readonly deletedAt: Date;
}

/** The end of accounts. */
export interface AccountStore {
  /** Plans the end of an account and takes away all its keys and sessions, at once; returns their ids. */
  planDeletion(plan: { readonly userId: string; readonly deletesAt: Date }): Promise<EndedAccess>;
  /** False when nothing was planned. */
  cancelDeletion(userId: string): Promise<boolean>;
  /**
   * Deletes the accounts whose time is up, in one transaction with the notes that they and what opened them have gone, and with the
   * letters that say so: a process that ends right after it has left nothing undone but to tell.
   */
  deleteDue(due: {
    readonly now: Date;
    readonly limit: number;
    write(account: ClosedAccount): Letter | undefined;
  }): Promise<ClosedAccount[]>;
  /** What opened accounts that have gone since. */
  listEndedSince(since: Date): Promise<RevocationRow[]>;
  /** Accounts that have gone after this one, in the order they went. */
  listDeletions(options: { readonly after: number; readonly limit: number }): Promise<DeletionRow[]>;
  /** How far a service has come with them; 0 before it has dealt with any. */
  confirmedBy(service: string): Promise<number>;
  /** Notes how far it has come; never back. */
  confirm(confirmed: { readonly service: string; readonly through: number; readonly now: Date }): Promise<number>;
}

/** One number for all processes: deletions are noted one after another, so that no sequence appears behind a later one. */
const DELETION_LOCK = 7_301_177;

export function createAccountStore(prisma: PrismaClient): AccountStore {
  return {
    planDeletion: ({ userId, deletesAt }) =>
      prisma.$transaction(async (tx) => {
        await tx.user.updateMany({ where: { id: userId }, data: { deletesAt } });
        return endAccess(tx, userId);
      }),
    cancelDeletion: async (userId) => {
      const { count } = await prisma.user.updateMany({
        where: { id: userId, deletesAt: { not: null } },
        data: { deletesAt: null },
      });
      return count === 1;
    },
    deleteDue: ({ now, limit, write }) =>
      prisma.$transaction(async (tx) => {
        await tx.$executeRaw`SELECT pg_advisory_xact_lock(${DELETION_LOCK})`;
        const due = await tx.user.findMany({
          where: { deletesAt: { lte: now } },
          orderBy: { deletesAt: 'asc' },
          take: limit,
        });
        const closed: ClosedAccount[] = [];
        for (const { id, email, name, locale } of due) {
          // Only when it is still due: the person may have changed their mind a moment ago.
          const { count } = await tx.user.updateMany({
            where: { id, deletesAt: { lte: now } },
            data: { deletesAt: now },
          });
          if (count === 0) continue;
          await noteEnded(tx, { userId: id, revokedAt: now, ...(await endAccess(tx, id)) });
          await tx.user.delete({ where: { id } });
          const { sequence } = await tx.accountDeletion.create({ data: { userId: id, deletedAt: now } });
          const account = { sequence, email, displayName: name, locale };
          const letter = write(account);
          if (letter) await tx.mail.create({ data: toMailRow(letter) });
          closed.push(account);
        }
        return closed;
      }),
    listEndedSince: (since) =>
      prisma.$queryRaw<RevocationRow[]>`
        SELECT access.sequence, access.user_id AS "userId", session_id AS "sessionId", api_key_id AS "apiKeyId",
          revoked_at AS "revokedAt"
        FROM access_revocation AS access JOIN account_deletion AS gone ON gone.user_id = access.user_id
        WHERE gone.deleted_at >= ${since} AND revoked_at >= ${since} ORDER BY access.sequence`,
    listDeletions: ({ after, limit }) =>
      prisma.accountDeletion.findMany({
        where: { sequence: { gt: after } },
        orderBy: { sequence: 'asc' },
        take: limit,
      }),
    confirmedBy: async (service) =>
      (await prisma.accountDeletionReader.findUnique({ where: { service } }))?.through ?? 0,
    confirm: async ({ service, through, now }) => {
      const [row] = await prisma.$queryRaw<{ through: number }[]>`
        INSERT INTO account_deletion_reader AS reader (service, through, confirmed_at) VALUES (${service}, ${through}, ${now})
        ON CONFLICT (service) DO UPDATE SET through = greatest(reader.through, excluded.through), confirmed_at = excluded.confirmed_at
        RETURNING through`;
      return row?.through ?? through;
    },
  };
}

/** Notes what has ended with an account, for whoever is not told. */
async function noteEnded(
  tx: Prisma.TransactionClient,
  { sessionIds, apiKeyIds, ...noted }: EndedAccess & { readonly userId: string; readonly revokedAt: Date },
): Promise<void> {
  const sessions = sessionIds.map((sessionId) => ({ ...noted, sessionId }));
  const apiKeys = apiKeyIds.map((apiKeyId) => ({ ...noted, apiKeyId }));
  await tx.accessRevocation.createMany({ data: [...sessions, ...apiKeys] });
}

/** Takes away all sessions and keys of a person. */
async function endAccess(tx: Prisma.TransactionClient, userId: string): Promise<EndedAccess> {
  const sessions = await tx.session.findMany({ where: { userId }, select: { id: true } });
  const apiKeys = await tx.apiKey.findMany({ where: { userId }, select: { id: true } });
  await tx.session.deleteMany({ where: { userId } });
  await tx.apiKey.deleteMany({ where: { userId } });
  return { sessionIds: sessions.map(({ id }) => id), apiKeyIds: apiKeys.map(({ id }) => id) };
}
