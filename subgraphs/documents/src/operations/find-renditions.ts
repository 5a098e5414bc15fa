import { isRefusal, refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { isId } from '@modu/ids';
import { page, parsePage } from '@modu/subgraph';
import type { Connection } from '@modu/subgraph';
import { actsFor } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import type { PlacedBlock } from '../domain/document.ts';
import type { Rendition, RenditionPage } from '../domain/rendition.ts';
import type { Desk } from './desk.ts';
import type { PageInput } from './find-documents.ts';

const PAGES_MAX = 50;
const PAGES_DEFAULT = 5;

/** A rendition of the viewer; null for anyone else. */
export async function findRendition(
  { renditions }: Pick<Desk, 'renditions'>,
  viewer: Viewer,
  id: string,
): Promise<Rendition | null> {
  const ownerId = actsFor(viewer, 'documents');
  if (!ownerId || !isId(id)) return null;
  return (await renditions.find(id, ownerId)) ?? null;
}

/** The pages of a rendition that the viewer has been shown, also while it is being made. */
export async function listPages(
  { renditions }: Pick<Desk, 'renditions'>,
  rendition: Rendition,
  { first, after }: PageInput,
): Promise<Connection<RenditionPage> | Refusal> {
  const asked = parsePage({ first: first ?? null, after: after ?? null }, { max: PAGES_MAX, fallback: PAGES_DEFAULT });
  if (isRefusal(asked)) return asked;
  const [number = 0] = asked.after ?? [];
  if (!Number.isSafeInteger(number)) return refuse('INVALID_INPUT', 'page.cursor', { path: ['after'] });
  const rows = await renditions.pages(rendition.id, { take: asked.first + 1, after: number as number });
  return page(rows, { ...asked, cursorOf: (row) => [row.number] });
}

/** A page of a rendition that the viewer has been shown; null while it is not there. */
export async function findPage(
  { renditions }: Pick<Desk, 'renditions'>,
  rendition: Rendition,
  number: number,
): Promise<RenditionPage | null> {
  const [page] = await renditions.pages(rendition.id, { take: 1, after: number - 1 });
  return page?.number === number ? page : null;
}

/** The print that a page shows: its blocks, in order. */
export function blocksOfPage(
  { documents }: Pick<Desk, 'documents'>,
  rendition: Rendition,
  { blocks }: RenditionPage,
): Promise<PlacedBlock[]> {
  return blocks.length === 0 ? Promise.resolve([]) : documents.blocksNumbered(rendition.documentId, blocks);
}
