import type { GalleryDatabase } from './database.ts';

/** SHARE: the copy of a link may have to be made, or removed. BOARD: a cover may have to be made anew, or removed. IMAGE: what a picture was made from is to be written beside it. */
export const CHORE_KINDS = ['SHARE', 'BOARD', 'IMAGE'] as const;
export type ChoreKind = (typeof CHORE_KINDS)[number];

/** Something to be seen to in the bucket: it says of what, not how it is to be; that is looked up when it is done. */
export interface Chore {
  readonly id: bigint;
  readonly subject: string;
  readonly ownerId: string;
  /** This one included. */
  readonly tries: number;
}

export interface ChoreStore {
  /** Takes some that are due, the longest waiting first; nobody else takes them before `until`. */
  claim(
    kind: ChoreKind,
    wanted: { readonly now: Date; readonly until: Date; readonly limit: number },
  ): Promise<Chore[]>;
  /** Has something seen to later, beside what triggers note. */
  note(kind: ChoreKind, of: Pick<Chore, 'subject' | 'ownerId'>, dueAt: Date): Promise<void>;
  /** Takes out what was done, unless another has taken it meanwhile. */
  remove(chores: readonly Chore[]): Promise<void>;
  postpone(chores: readonly Chore[], dueAt: Date): Promise<void>;
}

export function createChoreStore(database: GalleryDatabase): ChoreStore {
  const { bucketChore } = database;
  const these = (chores: readonly Chore[]) => ({ OR: chores.map(({ id, tries }) => ({ id, tries })) });
  return {
    claim: (kind, { now, until, limit }) => database.$queryRaw<Chore[]>`
      UPDATE bucket_chores SET due_at = ${until}, tries = tries + 1 WHERE id IN (
        SELECT id FROM bucket_chores WHERE kind = ${kind} AND due_at <= ${now} ORDER BY due_at LIMIT ${limit} FOR UPDATE SKIP LOCKED)
      RETURNING id, subject, owner_id AS "ownerId", tries`,
    note: async (kind, of, dueAt) => {
      await bucketChore.create({ data: { kind, ...of, dueAt } });
    },
    remove: async (chores) => {
      await bucketChore.deleteMany({ where: these(chores) });
    },
    postpone: async (chores, dueAt) => {
      await bucketChore.updateMany({ where: these(chores), data: { dueAt } });
    },
  };
}
