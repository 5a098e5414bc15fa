import { createId } from '@modu/ids';
import { SCOPES } from '@modu/viewer';
import type { ApiKey, CheckedApiKey } from '../domain/api-key.ts';
import type { ApiKey as ApiKeyRow, Prisma, PrismaClient } from './generated/client.ts';

export interface NewApiKey extends CheckedApiKey {
  readonly userId: string;
  readonly start: string;
  readonly hash: string;
}

export interface ApiKeyStore {
  /** A key, unless the person has as many as they may or the session that asks has ended. */
  create(
    key: NewApiKey,
    options: { readonly keysMax: number; readonly sessionId: string },
  ): Promise<ApiKey | 'too-many' | 'signed-out'>;
  /** The latest first. */
  listByUser(userId: string): Promise<ApiKey[]>;
  findByHash(hash: string): Promise<ApiKey | undefined>;
  /** False when this person has no such key. */
  delete(key: { readonly id: string; readonly userId: string }): Promise<boolean>;
  /** Ends all keys of a person; returns their ids. */
  deleteAll(userId: string): Promise<readonly string[]>;
  /** Notes the use of a key, at most once a minute. */
  markUsed(id: string, now: Date): Promise<void>;
}

const MARK_INTERVAL_MS = 60_000;

export function createApiKeyStore(prisma: PrismaClient): ApiKeyStore {
  return {
    create: ({ scopes, ...key }, { keysMax, sessionId }) =>
      prisma.$transaction(async (tx) => {
        const { userId } = key;
        await lockPerson(tx, userId);
        if (!(await tx.session.findFirst({ where: { id: sessionId, userId } }))) return 'signed-out';
        if ((await tx.apiKey.count({ where: { userId } })) >= keysMax) return 'too-many';
        return toApiKey(await tx.apiKey.create({ data: { id: createId(), ...key, scopes: [...scopes] } }));
      }),
    listByUser: async (userId) => {
      const rows = await prisma.apiKey.findMany({
        where: { userId },
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      });
      return rows.map(toApiKey);
    },
    findByHash: async (hash) => {
      const row = await prisma.apiKey.findUnique({ where: { hash } });
      return row ? toApiKey(row) : undefined;
    },
    delete: async ({ id, userId }) => (await prisma.apiKey.deleteMany({ where: { id, userId } })).count === 1,
    deleteAll: (userId) =>
      prisma.$transaction(async (tx) => {
        await lockPerson(tx, userId);
        const rows = await tx.$queryRaw<{ id: string }[]>`DELETE FROM api_key WHERE user_id = ${userId} RETURNING id`;
        return rows.map(({ id }) => id);
      }),
    markUsed: async (id, now) => {
      const before = new Date(now.getTime() - MARK_INTERVAL_MS);
      await prisma.apiKey.updateMany({
        where: { id, OR: [{ lastUsedAt: null }, { lastUsedAt: { lt: before } }] },
        data: { lastUsedAt: now },
      });
    },
  };
}

/**
 * The person's row is the lock: of two that make their last key at once, one is refused; and whoever ends all keys waits for
 * the one that is being made.
 */
async function lockPerson(tx: Prisma.TransactionClient, userId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "user" WHERE id = ${userId} FOR UPDATE`;
}

function toApiKey({ hash: _hash, scopes, ...row }: ApiKeyRow): ApiKey {
  return { ...row, scopes: SCOPES.filter((scope) => scopes.includes(scope)) };
}
