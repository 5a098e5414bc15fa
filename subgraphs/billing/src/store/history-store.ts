import type { CreditEntry } from '../domain/credit-entry.ts';
import type { PrismaClient } from './generated/client.ts';
import type { Transfer } from './generated/client.ts';

export interface HistoryStore {
  /** A person's movements, newest first, those before `beforeSeq` where it is given. */
  listByUser(query: {
    readonly userId: string;
    readonly limit: number;
    readonly beforeSeq?: bigint;
  }): Promise<CreditEntry[]>;
  /** The movements of jobs, oldest first; `userId` leaves out those of anybody else. */
  listByJobs(query: { readonly jobIds: readonly string[]; readonly userId?: string }): Promise<CreditEntry[]>;
}

/** A job moves credits a handful of times; this many say that something is wrong rather than fill the memory. */
const ENTRIES_PER_JOB_MAX = 50;

/** Reads the ledger as people see it. Writing is in SQL (`transfer-store`); reading is not hot and goes through Prisma. */
export function createHistoryStore(prisma: PrismaClient): HistoryStore {
  return {
    listByUser: async ({ userId, limit, beforeSeq }) => {
      const rows = await prisma.transfer.findMany({
        where: { userId, ...(beforeSeq === undefined ? {} : { seq: { lt: beforeSeq } }) },
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
  };
}

function toCreditEntry({
  id,
  seq,
  kind,
  availableChange,
  availableAfter,
  jobId,
  note,
  createdAt,
}: Transfer): CreditEntry {
  return { id, seq, kind, amount: availableChange, balanceAfter: availableAfter, jobId, note, createdAt };
}
