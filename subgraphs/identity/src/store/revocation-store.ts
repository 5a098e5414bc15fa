import type { PrismaClient } from './generated/client.ts';

/** A session or a key that ended before its time. */
export interface RevocationRow {
  readonly sequence: number;
  readonly userId: string;
  readonly sessionId: string | null;
  readonly apiKeyId: string | null;
  readonly revokedAt: Date;
}

export interface RevocationStore {
  note(revoked: Omit<RevocationRow, 'sequence'>): Promise<void>;
  /** What ended since, in the order it was noted. */
  list(query: { readonly since: Date; readonly after: number; readonly limit: number }): Promise<RevocationRow[]>;
}

/** Remembers what ended, for those who were away when it was told. */
export function createRevocationStore(prisma: PrismaClient): RevocationStore {
  return {
    note: async (data) => void (await prisma.accessRevocation.create({ data })),
    list: ({ since, after, limit }) =>
      prisma.accessRevocation.findMany({
        where: { revokedAt: { gte: since }, sequence: { gt: after } },
        orderBy: { sequence: 'asc' },
        take: limit,
      }),
  };
}
