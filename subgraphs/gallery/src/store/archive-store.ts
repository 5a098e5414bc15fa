import type { Archive, ArchiveProblem, ArchiveState } from '../domain/archive.ts';
import type { GalleryDatabase } from './database.ts';
import { Prisma } from './generated/client.ts';
import type { ImageArchive as ArchiveRow } from './generated/client.ts';

export type ArchiveDraft = Pick<Archive, 'id' | 'ownerId' | 'imageIds' | 'createdAt' | 'expiresAt'>;

/** A try at making an archive: only who has the newest one may say how it went. */
type Try = Pick<Archive, 'id' | 'tries'>;

export interface ArchiveStore {
  /** @returns what stands under the id afterwards; undefined when the owner has `max` others that are on their way. */
  createOnce(draft: ArchiveDraft, max: number): Promise<Archive | undefined>;
  findMany(ids: readonly string[]): Promise<Archive[]>;
  /** The owner's archives that have not expired, newest first. */
  list(ownerId: string, now: Date): Promise<Archive[]>;
  /** Takes the archive that has been due for longest; nobody else takes it before `until`. */
  take(now: Date, until: Date): Promise<Archive | undefined>;
  /** Says how far it is and that somebody is still at it. @returns false when another try has begun. */
  progress(of: Try, so: { readonly packedCount: number; readonly until: Date }): Promise<boolean>;
  finish(
    of: Try,
    made: Pick<Archive, 'packedCount' | 'leftFrom'> & { readonly assetId: string; readonly sizeBytes: number },
  ): Promise<void>;
  fail(of: Try, problem: ArchiveProblem): Promise<void>;
  /** Gives it back to be tried again. */
  postpone(of: Try, dueAt: Date): Promise<void>;
  /** Gives it back to be taken at once, as if this try had never been: whoever stops has found nothing out about it. */
  handBack(of: Try, now: Date): Promise<void>;
  /** The owner's archives that are ready, beyond the newest `keep` of those that are not this one. */
  listOlder(than: Pick<Archive, 'id' | 'ownerId'>, keep: number): Promise<Archive[]>;
  remove(id: string): Promise<void>;
  removeExpired(now: Date): Promise<number>;
}

export function createArchiveStore(database: GalleryDatabase): ArchiveStore {
  const { imageArchive } = database;
  const change = async ({ id, tries }: Try, data: Prisma.ImageArchiveUpdateManyMutationInput) =>
    (await imageArchive.updateMany({ where: { id, tries, state: 'PREPARING' }, data })).count > 0;
  return {
    createOnce: ({ imageIds, ...draft }, max) =>
      database.$transaction(async (tx) => {
        await tx.$queryRaw`SELECT 1 AS held FROM pg_advisory_xact_lock(hashtextextended(${`archives:${draft.ownerId}`}, 0))`;
        const known = await tx.imageArchive.findUnique({ where: { id: draft.id } });
        if (known) return toArchive(known);
        const open = { ownerId: draft.ownerId, expiresAt: { gt: draft.createdAt }, state: 'PREPARING' };
        if ((await tx.imageArchive.count({ where: open })) >= max) return undefined;
        const data = { ...draft, imageIds: [...imageIds], dueAt: draft.createdAt };
        return toArchive(await tx.imageArchive.create({ data }));
      }),
    findMany: async (ids) => (await imageArchive.findMany({ where: { id: { in: [...ids] } } })).map(toArchive),
    list: async (ownerId, now) => {
      const where = { ownerId, expiresAt: { gt: now } };
      return (await imageArchive.findMany({ where, orderBy: { createdAt: 'desc' } })).map(toArchive);
    },
    take: async (now, until) => {
      const rows = await database.$queryRaw<{ id: string }[]>(Prisma.sql`
        UPDATE image_archives SET tries = tries + 1, due_at = ${until}, packed_count = 0 WHERE id = (
          SELECT id FROM image_archives WHERE state = 'PREPARING' AND due_at <= ${now}
          ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED) RETURNING id`);
      const id = rows[0]?.id;
      const row = id ? await imageArchive.findUnique({ where: { id } }) : null;
      return row ? toArchive(row) : undefined;
    },
    progress: (of, { packedCount, until }) => change(of, { packedCount, dueAt: until }),
    finish: async (of, { sizeBytes, ...made }) => {
      await change(of, { ...made, sizeBytes: BigInt(sizeBytes), state: 'READY' });
    },
    fail: async (of, problem) => {
      await change(of, { problem, state: 'FAILED' });
    },
    postpone: async (of, dueAt) => {
      await change(of, { dueAt });
    },
    handBack: async (of, dueAt) => {
      await change(of, { dueAt, tries: { decrement: 1 } });
    },
    listOlder: async ({ id, ownerId }, keep) => {
      const where = { ownerId, state: 'READY', id: { not: id } };
      return (await imageArchive.findMany({ where, orderBy: { createdAt: 'desc' }, skip: keep })).map(toArchive);
    },
    remove: async (id) => {
      await imageArchive.deleteMany({ where: { id } });
    },
    removeExpired: async (now) => (await imageArchive.deleteMany({ where: { expiresAt: { lte: now } } })).count,
  };
}

function toArchive({ sizeBytes, state, problem, dueAt: _, ...row }: ArchiveRow): Archive {
  return {
    ...row,
    sizeBytes: sizeBytes === null ? null : Number(sizeBytes),
    state: state as ArchiveState,
    problem: problem as ArchiveProblem | null,
  };
}
