import { isRefusal } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { decodeCursor, encodeCursor } from '@modu/subgraph';
import type { Image } from '../domain/image.ts';
import { cursorAt, cursorOf, parsePosition } from '../domain/image-order.ts';
import type { ImagePosition } from '../domain/image-order.ts';
import { SHARED_URL_SECONDS } from '../domain/share.ts';
import type { Share } from '../domain/share.ts';
import type { GalleryDeps } from './deps.ts';
import { findVisit, visitOver } from './find-visit.ts';

const PAGE = 60;

/** A picture of a shared board; its addresses work for five minutes. */
export interface SharedBoardImage {
  readonly image: Image;
  readonly thumbnailUrl: string;
  /** Where downloads are allowed. */
  readonly url: string | null;
  readonly downloadUrl: string | null;
}

export interface SharedImages {
  readonly images: readonly SharedBoardImage[];
  /** Where the next ones begin; null at the end. */
  readonly after: string | null;
}

type Deps = Pick<GalleryDeps, 'list' | 'assets' | 'shares' | 'now'>;

interface Reading {
  readonly deps: Deps;
  readonly signal: AbortSignal;
}

/** A page of a shared board, the first one when `after` is not given, for whoever looked at it lately; a link that was ended ends that too. */
export async function readSharedPage(
  { visit, after }: { readonly visit: string; readonly after?: string | null },
  { deps, signal }: Reading,
): Promise<{ readonly share: Share; readonly images: SharedImages } | Refusal> {
  const found = await findVisit(visit, deps);
  if (isRefusal(found)) return found;
  const { share, urlSeconds } = found;
  if (share.boardId === null) return visitOver;
  const position = after == null ? undefined : parsePosition(decodeCursor(after) ?? []);
  if (isRefusal(position)) return position;
  const from = { share, boardId: share.boardId, urlSeconds, ...(position ? { after: position } : {}) };
  return { share, images: await listSharedImages(from, { deps, signal }) };
}

interface SharedPage {
  readonly share: Share;
  readonly boardId: string;
  /** So long its addresses work. */
  readonly urlSeconds?: number;
  readonly after?: ImagePosition;
}

/** The pictures of a board as its link shows them, newest first. */
export async function listSharedImages(
  { share, boardId, urlSeconds = SHARED_URL_SECONDS, after }: SharedPage,
  { deps, signal }: Reading,
): Promise<SharedImages> {
  const { ownerId, allowDownload } = share;
  const filter = { trashed: false, boardId };
  const query = { ownerId, filter, sort: 'NEWEST', limit: PAGE + 1, ...(after ? { after } : {}) } as const;
  const { images: rows, lookedTo } = await deps.list.page(query);
  const shown = rows.slice(0, PAGE);
  const wanted = shown.flatMap(({ assetId, thumbnailAssetId }) => [
    thumbnailAssetId,
    ...(allowDownload ? [assetId] : []),
  ]);
  const files = await deps.assets.findFiles(wanted, { ownerId, signal, expiresInSeconds: urlSeconds });
  const images = shown.flatMap((image) => {
    const thumbnail = files.get(image.thumbnailAssetId);
    const original = allowDownload ? files.get(image.assetId) : undefined;
    if (!thumbnail) return [];
    const urls = {
      thumbnailUrl: thumbnail.url,
      url: original?.url ?? null,
      downloadUrl: original?.downloadUrl ?? null,
    };
    return [{ image, ...urls }];
  });
  const last = shown.at(-1);
  const end = rows.length > PAGE && last ? cursorOf(last, false) : lookedTo && cursorAt(lookedTo, false);
  return { images, after: end ? encodeCursor(end) : null };
}
