import { createId } from '@modu/ids';
import { SCOPES } from '@modu/viewer';
import type { ApiKey, CheckedApiKey } from '../domain/api-key.ts';
import type { ApiKey as ApiKeyRow, PrismaClient } from './generated/client.ts';

export interface NewApiKey extends CheckedApiKey {
  readonly userId: string;
  readonly start: string;
  readonly hash: string;
}

export interface ApiKeyStore {
  /** Undefined when the person has as many as they may. */
  create(key: NewApiKey, options: { readonly keysMax: number }): Promise<ApiKey | undefined>;
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
    create: ({ scopes, ...key }, { keysMax }) =>
      prisma.$transaction(async (tx) => {
        // The person's row is the lock: of two that make their last key at once, one is refused.
        await tx.$queryRaw`SELECT 1 FROM "user" WHERE id = ${key.userId} FOR UPDATE`;
        if ((await tx.apiKey.count({ where: { userId: key.userId } })) >= keysMax) return undefined;
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
    deleteAll: async (userId) => {
      const rows = await prisma.$queryRaw<{ id: string }[]>`DELETE FROM api_key WHERE user_id = ${userId} RETURNING id`;
      return rows.map(({ id }) => id);
    },
    markUsed: async (id, now) => {
      const before = new Date(now.getTime() - MARK_INTERVAL_MS);
      await prisma.apiKey.updateMany({
        where: { id, OR: [{ lastUsedAt: null }, { lastUsedAt: { lt: before } }] },
        data: { lastUsedAt: now },
      });
    },
  };
}

function toApiKey({ hash: _hash, scopes, ...row }: ApiKeyRow): ApiKey {
  return { ...row, scopes: SCOPES.filter((scope) => scopes.includes(scope)) };
}
