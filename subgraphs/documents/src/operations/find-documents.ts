import { isRefusal, refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { page, parsePage } from '@modu/subgraph';
import type { Connection } from '@modu/subgraph';
import { requireUser } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import type { Document, PlacedBlock } from '../domain/document.ts';
import type { Desk } from './desk.ts';
import { findOwn } from './find-own.ts';
import { pageWithoutLost } from './without-lost.ts';
import type { BlocksAsked } from '../store/read-blocks.ts';

export interface PageInput {
  readonly first?: number | null;
  readonly after?: string | null;
}

export interface BlocksInput extends PageInput {
  readonly withLeftOut?: boolean | null;
}

const BLOCKS_MAX = 200;
const BLOCKS_DEFAULT = 50;

/** A document of the viewer; null for anyone else. */
export async function findDocument(
  { documents, jobs }: Pick<Desk, 'documents' | 'jobs'>,
  viewer: Viewer,
  id: string,
): Promise<Document | null> {
  return (await findOwn({ find: documents.find, jobs }, viewer, [id]))[0] ?? null;
}

/** The viewer's documents, newest first. */
export async function listDocuments(
  { documents, jobs }: Pick<Desk, 'documents' | 'jobs'>,
  viewer: Viewer,
  input: PageInput,
): Promise<Connection<Document> | Refusal> {
  const ownerId = requireUser(viewer, 'documents');
  return pageWithoutLost(jobs, input, (asked) => documents.list(ownerId, asked));
}

/** The blocks of a document that the viewer has been shown. */
export async function listBlocks(
  read: (asked: BlocksAsked) => Promise<readonly PlacedBlock[]>,
  { id: documentId }: Document,
  { first, after, withLeftOut }: BlocksInput,
): Promise<Connection<PlacedBlock> | Refusal> {
  const asked = parsePage(
    { first: first ?? null, after: after ?? null },
    { max: BLOCKS_MAX, fallback: BLOCKS_DEFAULT },
  );
  if (isRefusal(asked)) return asked;
  const [position = 0] = asked.after ?? [];
  if (!Number.isSafeInteger(position)) return refuse('INVALID_INPUT', 'page.cursor', { path: ['after'] });
  const place = { take: asked.first + 1, after: position as number, withLeftOut: withLeftOut ?? false };
  const rows = await read({ documentId, ...place });
  return page(rows, { ...asked, cursorOf: (row) => [row.position] });
}
