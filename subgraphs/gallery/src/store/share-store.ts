import type { Share } from '../domain/share.ts';
import type { GalleryDatabase } from './database.ts';

export type ShareOutcome = 'SHOWN' | 'WRONG_PASSWORD' | 'OVER';

export interface ShareView {
  readonly outcome: ShareOutcome;
  readonly at: Date;
}

export type ShareDraft = Omit<Share, 'viewCount' | 'revokedAt' | 'createdAt'> & {
  readonly tokenHash: string;
};

export interface ShareStore {
  create(draft: ShareDraft): Promise<Share>;
  findMany(ids: readonly string[]): Promise<Share[]>;
  findByToken(tokenHash: string): Promise<Share | undefined>;
  /** Names the place where a link's copy lies. */
  findTokenHash(id: string): Promise<string | undefined>;
  /** When somebody last saw what a link shows. */
  lastShown(id: string): Promise<Date | undefined>;
  /** Counts one view, unless the link ended in the meantime. Limits hold however many look at once. */
  countView(id: string, now: Date): Promise<boolean>;
  /** Takes one of the guesses that are left in the window. @returns when the next one is free, if none is left. */
  takeGuess(
    id: string,
    rule: { readonly now: Date; readonly max: number; readonly windowMs: number },
  ): Promise<Date | undefined>;
  forgetGuesses(id: string): Promise<void>;
  revoke(share: { readonly id: string; readonly ownerId: string }, now: Date): Promise<Share | undefined>;
  /** With the notes of who looked. */
  remove(shares: readonly Pick<Share, 'id'>[]): Promise<void>;
  /** Newest first. */
  ofBoards(boardIds: readonly string[]): Promise<Map<string, Share[]>>;
  /** The link that somebody looked at through this visit, and when. */
  findVisited(visitHash: string): Promise<{ readonly share: Share; readonly at: Date } | undefined>;
  /** Newest first. */
  ofImages(imageIds: readonly string[]): Promise<Map<string, Share[]>>;
  /** The last looks at a link, newest first. */
  views(shareId: string, limit: number): Promise<ShareView[]>;
  /** Who is turned away again and again leaves a note a minute: anybody may knock at a link that is over. */
  note(share: Pick<Share, 'id' | 'ownerId'>, outcome: ShareOutcome, visitHash?: string): Promise<void>;
  /** @returns how many notes of looks before this moment were removed. */
  removeViews(before: Date): Promise<number>;
}

export function createShareStore(database: GalleryDatabase): ShareStore {
  const { share, shareView } = database;
  return {
    create: (draft) => share.create({ data: draft, omit: HASH }),
    findMany: (ids) => share.findMany({ where: { id: { in: [...ids] } }, omit: HASH }),
    findByToken: async (tokenHash) => (await share.findUnique({ where: { tokenHash }, omit: HASH })) ?? undefined,
    findTokenHash: async (id) => (await share.findUnique({ where: { id }, select: { tokenHash: true } }))?.tokenHash,
    lastShown: async (shareId) =>
      (await shareView.findFirst({ where: { shareId, outcome: 'SHOWN' }, orderBy: { id: 'desc' } }))?.at,
    countView: async (id, now) => {
      const counted = await database.$executeRaw`UPDATE shares SET view_count = view_count + 1
        WHERE id = ${id}::uuid AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > ${now})
          AND (view_limit IS NULL OR view_count < view_limit)`;
      return counted > 0;
    },
    takeGuess: async (id, { now, max, windowMs }) => {
      const windowStart = new Date(now.getTime() - windowMs);
      const taken = await database.$executeRaw`UPDATE shares SET
          misses = CASE WHEN misses_since > ${windowStart} THEN misses + 1 ELSE 1 END,
          misses_since = CASE WHEN misses_since > ${windowStart} THEN misses_since ELSE ${now} END
        WHERE id = ${id}::uuid AND NOT (misses >= ${max} AND coalesce(misses_since > ${windowStart}, false))`;
      if (taken > 0) return undefined;
      const { missesSince } = await share.findUniqueOrThrow({ where: { id }, select: { missesSince: true } });
      return new Date((missesSince ?? now).getTime() + windowMs);
    },
    forgetGuesses: async (id) => {
      await share.updateMany({ where: { id, misses: { gt: 0 } }, data: { misses: 0, missesSince: null } });
    },
    revoke: async ({ id, ownerId }, now) => {
      await share.updateMany({ where: { id, ownerId, revokedAt: null }, data: { revokedAt: now } });
      return (await share.findFirst({ where: { id, ownerId }, omit: HASH })) ?? undefined;
    },
    remove: async (shares) => {
      await share.deleteMany({ where: { id: { in: shares.map(({ id }) => id) } } });
    },
    ofImages: async (imageIds) => {
      const found = await share.findMany({ where: { imageId: { in: [...imageIds] } }, orderBy: NEWEST, omit: HASH });
      return Map.groupBy(found, ({ imageId }) => imageId ?? '');
    },
    ofBoards: async (boardIds) => {
      const found = await share.findMany({ where: { boardId: { in: [...boardIds] } }, orderBy: NEWEST, omit: HASH });
      return Map.groupBy(found, ({ boardId }) => boardId ?? '');
    },
    findVisited: async (visitHash) =>
      (await shareView.findUnique({
        where: { visitHash },
        select: { at: true, share: { omit: HASH } },
      })) ?? undefined,
    views: async (shareId, limit) => {
      const rows = await shareView.findMany({ where: { shareId }, orderBy: { id: 'desc' }, take: limit });
      return rows.map(({ outcome, at }) => ({ outcome: outcome as ShareOutcome, at }));
    },
    note: async ({ id: shareId, ownerId }, outcome, visitHash) => {
      const latest =
        outcome === 'SHOWN' ? null : await shareView.findFirst({ where: { shareId }, orderBy: { id: 'desc' } });
      if (latest?.outcome === outcome && Date.now() - latest.at.getTime() < SAME_NOTE_MS) return;
      await shareView.create({ data: { shareId, ownerId, outcome, visitHash: visitHash ?? null } });
    },
    removeViews: async (before) => (await shareView.deleteMany({ where: { at: { lt: before } } })).count,
  };
}

const SAME_NOTE_MS = 60_000;
const NEWEST = [{ createdAt: 'desc' as const }, { id: 'desc' as const }];

/** Nothing but the search for a link needs what is kept of its token. */
const HASH = { tokenHash: true } as const;
