import type { DaySpan } from '@modu/subgraph';
import type { CreditDay, CreditEntry, CreditEntryKind, UsableGrant } from '../domain/credit-entry.ts';
import type { PrismaClient } from './generated/client.ts';
import type { Transfer } from './generated/client.ts';

export interface HistoryStore {
  /** A person's movements, newest first, those before `beforeSeq` where it is given. */
  listByUser(query: {
    readonly userId: string;
    readonly limit: number;
    readonly beforeSeq?: bigint;
    readonly kinds?: readonly CreditEntryKind[];
    readonly from?: Date;
    readonly to?: Date;
  }): Promise<CreditEntry[]>;
  /** What moved on each day of a span, oldest first. */
  listDays(userId: string, span: DaySpan): Promise<CreditDay[]>;
  /** What a person can still use, in the order of use. */
  listUsableGrants(query: {
    readonly userId: string;
    readonly now: Date;
    readonly limit: number;
  }): Promise<UsableGrant[]>;
  /** The movements of jobs, oldest first; `userId` leaves out those of anybody else. */
  listByJobs(query: { readonly jobIds: readonly string[]; readonly userId?: string }): Promise<CreditEntry[]>;
}

/** A job moves credits a handful of times; this many say that something is wrong rather than fill the memory. */
const ENTRIES_PER_JOB_MAX = 50;

/** Reads the ledger as people see it. Writing is in SQL (`transfer-store`); reading is not hot and goes through Prisma. */
export function createHistoryStore(prisma: PrismaClient): HistoryStore {
  return {
    listByUser: async ({ userId, limit, beforeSeq, kinds, from, to }) => {
      const rows = await prisma.transfer.findMany({
        where: {
          userId,
          ...(beforeSeq === undefined ? {} : { seq: { lt: beforeSeq } }),
          ...(kinds ? { kind: { in: [...kinds] } } : {}),
          ...(from || to ? { createdAt: { ...(from ? { gte: from } : {}), ...(to ? { lt: to } : {}) } } : {}),
        },
        orderBy: { seq: 'desc' },
        take: limit,
      });
      return rows.map(toCreditEntry);
    },
    listByJobs: async ({ jobIds, userId }) => {
      const rows = await prisma.transfer.findMany({
        where: { jobId: { in: [...jobIds] }, ...(userId === undefined ? {} : { userId }) },
        orderBy: { seq: 'asc' },
        take: jobIds.length * ENTRIES_PER_JOB_MAX,
      });
      return rows.map(toCreditEntry);
    },
    listDays: (userId, { from, to, days, starts }) => prisma.$queryRaw<CreditDay[]>`
      SELECT (${days}::text[])[width_bucket(created_at, ${starts}::timestamptz[])] AS day,
        coalesce(sum(amount) FILTER (WHERE kind IN ('GRANT', 'PURCHASE') OR (kind = 'ADJUST' AND available_change > 0)), 0)::int
          AS received,
        (coalesce(sum(amount) FILTER (WHERE kind = 'SETTLE'), 0) - coalesce(sum(amount) FILTER (WHERE kind = 'REFUND'), 0))::int
          AS spent,
        coalesce(sum(amount) FILTER (WHERE kind IN ('EXPIRE', 'REVOKE') OR (kind = 'ADJUST' AND available_change < 0)), 0)::int
          AS lost
      FROM transfer WHERE user_id = ${userId} AND created_at >= ${from} AND created_at < ${to}
      GROUP BY 1 ORDER BY 1`,
    listUsableGrants: ({ userId, now, limit }) =>
      prisma.creditGrant.findMany({
        where: { userId, remaining: { gt: 0 }, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] },
        orderBy: [
          { expiresAt: { sort: 'asc', nulls: 'last' } },
          { source: 'asc' },
          { createdAt: 'asc' },
          { key: 'asc' },
        ],
        select: { source: true, amount: true, remaining: true, expiresAt: true },
        take: limit,
      }),
  };
}

function toCreditEntry({
  id,
  seq,
  kind,
  amount,
  availableChange,
  availableAfter,
  jobId,
  note,
  createdAt,
}: Transfer): CreditEntry {
  return {
    id,
    seq,
    kind,
    amount: availableChange,
    credits: amount,
    balanceAfter: availableAfter,
    jobId,
    note,
    createdAt,
  };
}
