import { isRefusal, refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { page, parsePage } from '@modu/subgraph';
import type { Connection } from '@modu/subgraph';
import type { Viewer } from '@modu/viewer';
import type { Rendition, RenditionPage } from '../domain/rendition.ts';
import type { PagesAsked } from '../store/rendition-store.ts';
import type { Desk } from './desk.ts';
import type { PageInput } from './find-documents.ts';
import { findOwn } from './find-own.ts';

type ReadPages = (asked: PagesAsked) => Promise<readonly RenditionPage[]>;

const PAGES_MAX = 50;
const PAGES_DEFAULT = 5;

/** A rendition of the viewer; null for anyone else. */
export async function findRendition(
  { renditions, jobs }: Pick<Desk, 'renditions' | 'jobs'>,
  viewer: Viewer,
  id: string,
): Promise<Rendition | null> {
  return (await findOwn({ find: renditions.find, jobs }, viewer, [id]))[0] ?? null;
}

/** The pages of a rendition that the viewer has been shown, also while it is being made. */
export async function listPages(
  read: ReadPages,
  { id: renditionId }: Rendition,
  { first, after }: PageInput,
): Promise<Connection<RenditionPage> | Refusal> {
  const asked = parsePage({ first: first ?? null, after: after ?? null }, { max: PAGES_MAX, fallback: PAGES_DEFAULT });
  if (isRefusal(asked)) return asked;
  const [number = 0] = asked.after ?? [];
  if (!Number.isSafeInteger(number)) return refuse('INVALID_INPUT', 'page.cursor', { path: ['after'] });
  const rows = await read({ renditionId, take: asked.first + 1, after: number as number });
  return page(rows, { ...asked, cursorOf: (row) => [row.number] });
}

/** A page of a rendition that the viewer has been shown; null while it is not there. */
export async function findPage(
  read: ReadPages,
  { id: renditionId }: Rendition,
  number: number,
): Promise<RenditionPage | null> {
  const [page] = await read({ renditionId, take: 1, after: number - 1 });
  return page?.number === number ? page : null;
}
