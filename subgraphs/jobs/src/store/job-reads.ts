import type { Job, JobStatus } from '../domain/job.ts';
import type { PrismaClient } from './generated/client.ts';
import { toJob } from './job-row.ts';

export interface JobPageQuery {
  readonly ownerId: string;
  readonly take: number;
  readonly statuses?: readonly JobStatus[];
  readonly kind?: string;
  /** The job after which the page starts. */
  readonly after?: { readonly createdAt: Date; readonly id: string };
}

export interface JobReads {
  /** Those of these jobs that exist, in no order. */
  listByIds(ids: readonly string[]): Promise<Job[]>;
  /** Newest first. */
  listPage(query: JobPageQuery): Promise<Job[]>;
  /** Jobs that wait or run, newest first. */
  listLive(query: { readonly ownerIds: readonly string[]; readonly take: number }): Promise<Job[]>;
  /** Which of a person's jobs wait, run, or ended after the moment, in the order of their last change. */
  listRecentIds(query: { readonly ownerId: string; readonly since: Date }): Promise<string[]>;
  /** A person's jobs that changed after this number, in the order of their last change. */
  listChanged(query: { readonly ownerId: string; readonly after: number; readonly take: number }): Promise<Job[]>;
  /** The number of the last change of any of a person's jobs; 0 before the first. */
  lastChange(ownerId: string): Promise<number>;
  /** Everyone's jobs that failed, the latest first. */
  listFailed(query: { readonly take: number }): Promise<Job[]>;
  /** Jobs of everyone that wait or run and did not change since, by id: for the sweeps. */
  listUnchanged(query: { readonly since: Date; readonly afterId?: string; readonly take: number }): Promise<Job[]>;
}

const LIVE = ['QUEUED', 'RUNNING'];
const NEWEST_FIRST = [{ createdAt: 'desc' as const }, { id: 'desc' as const }];

export function createJobReads(prisma: PrismaClient): JobReads {
  return {
    listByIds: async (ids) => {
      const rows = await prisma.job.findMany({ where: { id: { in: [...ids] } }, omit: { payload: true } });
      return rows.map(toJob);
    },
    listPage: async ({ ownerId, take, statuses, kind, after }) => {
      const rows = await prisma.job.findMany({
        where: {
          ownerId,
          ...(statuses ? { status: { in: [...statuses] } } : {}),
          ...(kind ? { kind } : {}),
          ...(after
            ? { OR: [{ createdAt: { lt: after.createdAt } }, { createdAt: after.createdAt, id: { lt: after.id } }] }
            : {}),
        },
        omit: { payload: true },
        orderBy: NEWEST_FIRST,
        take,
      });
      return rows.map(toJob);
    },
    listLive: async ({ ownerIds, take }) => {
      const where = { ownerId: { in: [...ownerIds] }, status: { in: LIVE } };
      const rows = await prisma.job.findMany({ where, omit: { payload: true }, orderBy: NEWEST_FIRST, take });
      return rows.map(toJob);
    },
    listRecentIds: async ({ ownerId, since }) => {
      const where = { ownerId, OR: [{ status: { in: LIVE } }, { status: { notIn: LIVE }, finishedAt: { gt: since } }] };
      const rows = await prisma.job.findMany({ where, select: { id: true }, orderBy: { change: 'asc' } });
      return rows.map(({ id }) => id);
    },
    listChanged: async ({ ownerId, after, take }) => {
      const where = { ownerId, change: { gt: after } };
      const rows = await prisma.job.findMany({ where, omit: { payload: true }, orderBy: { change: 'asc' }, take });
      return rows.map(toJob);
    },
    lastChange: async (ownerId) => (await prisma.jobChanges.findUnique({ where: { ownerId } }))?.last ?? 0,
    listFailed: async ({ take }) => {
      const where = { status: 'FAILED' };
      const rows = await prisma.job.findMany({ where, omit: { payload: true }, orderBy: { finishedAt: 'desc' }, take });
      return rows.map(toJob);
    },
    listUnchanged: async ({ since, afterId, take }) => {
      const where = { status: { in: LIVE }, updatedAt: { lt: since }, ...(afterId ? { id: { gt: afterId } } : {}) };
      const rows = await prisma.job.findMany({ where, omit: { payload: true }, orderBy: { id: 'asc' }, take });
      return rows.map(toJob);
    },
  };
}
