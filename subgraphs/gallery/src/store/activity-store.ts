import type { Activity, ActivityPosition } from '../domain/activity.ts';
import type { GalleryDatabase } from './database.ts';
import { Prisma } from './generated/client.ts';

interface ActivityPage {
  readonly ownerId: string;
  readonly limit: number;
  readonly after?: ActivityPosition;
}

export interface ActivityStore {
  /** What happened, newest first. */
  page(query: ActivityPage): Promise<Activity[]>;
}

/** One kind of event: the rows it is read from, and what its columns are called there. */
interface Source {
  readonly kind: Activity['kind'];
  readonly rows: Prisma.Sql;
  readonly at: Prisma.Sql;
  readonly key: Prisma.Sql;
  /** The key as a text that sorts as the key does. */
  readonly eventId: Prisma.Sql;
  /** Columns for picture, board and link. */
  readonly about: Prisma.Sql;
}

// Columns are named with their table: the order is of the rows, not of what is selected from them.
const uuid = { key: Prisma.sql`event.id`, eventId: Prisma.sql`event.id::text` };

const SOURCES: readonly Source[] = [
  {
    ...uuid,
    kind: 'IMAGE_MADE',
    rows: Prisma.sql`images AS event WHERE deleted_at IS NULL`,
    at: Prisma.sql`event.created_at`,
    about: Prisma.sql`event.id, NULL::uuid, NULL::uuid`,
  },
  {
    ...uuid,
    kind: 'BOARD_MADE',
    rows: Prisma.sql`boards AS event WHERE true`,
    at: Prisma.sql`event.created_at`,
    about: Prisma.sql`NULL::uuid, event.id, NULL::uuid`,
  },
  {
    ...uuid,
    kind: 'SHARE_MADE',
    rows: Prisma.sql`shares AS event WHERE true`,
    at: Prisma.sql`event.created_at`,
    about: Prisma.sql`event.image_id, event.board_id, event.id`,
  },
  {
    ...uuid,
    kind: 'SHARE_REVOKED',
    rows: Prisma.sql`shares AS event WHERE revoked_at IS NOT NULL`,
    at: Prisma.sql`event.revoked_at`,
    about: Prisma.sql`event.image_id, event.board_id, event.id`,
  },
  {
    kind: 'SHARE_VIEWED',
    rows: Prisma.sql`share_views AS event WHERE outcome = 'SHOWN'`,
    at: Prisma.sql`event.at`,
    key: Prisma.sql`event.id`,
    eventId: Prisma.sql`lpad(event.id::text, 20, '0')`,
    about: Prisma.sql`(SELECT image_id FROM shares WHERE shares.id = event.share_id),
      (SELECT board_id FROM shares WHERE shares.id = event.share_id), event.share_id`,
  },
];

/** The feed is not kept: each kind of event is read from its own rows in the order of an index, and so many of them merged. */
export function createActivityStore(database: GalleryDatabase): ActivityStore {
  return {
    page: ({ ownerId, limit, after }) => {
      const branches = SOURCES.map((source) => branchOf(source, { ownerId, limit, ...(after ? { after } : {}) }));
      return database.$queryRaw<Activity[]>(Prisma.sql`
        SELECT kind, event_id AS "eventId", at, image_id AS "imageId", board_id AS "boardId", share_id AS "shareId"
        FROM (${Prisma.join(branches, ' UNION ALL ')}) AS events (kind, event_id, at, image_id, board_id, share_id)
        ORDER BY at DESC, kind COLLATE "C" DESC, event_id COLLATE "C" DESC LIMIT ${limit}`);
    },
  };
}

function branchOf({ kind, rows, at, key, eventId, about }: Source, { ownerId, limit, after }: ActivityPage) {
  return Prisma.sql`(SELECT ${kind}::text, ${eventId}, ${at}, ${about} FROM ${rows} AND event.owner_id = ${ownerId}
    ${after ? Prisma.sql`AND ${at} <= ${after.at} AND ${beyond({ kind, at, eventId }, after)}` : Prisma.empty}
    ORDER BY ${at} DESC, ${key} DESC LIMIT ${limit})`;
}

/** Of the events of the same moment only those that stand behind the position. */
function beyond({ kind, at, eventId }: Pick<Source, 'kind' | 'at' | 'eventId'>, after: ActivityPosition): Prisma.Sql {
  const before = Prisma.sql`${at} < ${after.at}`;
  if (kind > after.kind) return before;
  if (kind < after.kind) return Prisma.sql`true`;
  return Prisma.sql`(${before} OR (${eventId}) COLLATE "C" < ${after.eventId})`;
}
