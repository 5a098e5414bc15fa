import { isRefusal, refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { isId } from '@modu/ids';
import { requireUser } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import { parseBlockId } from '../domain/block-id.ts';
import type { BlockPlace } from '../domain/block-id.ts';
import { changeBlock } from '../domain/correction.ts';
import type { BlockChange } from '../domain/correction.ts';
import type { Document, PlacedBlock } from '../domain/document.ts';
import type { Desk } from './desk.ts';

/** What a correction leaves behind. */
export interface Corrected {
  readonly document: Document;
  readonly block: PlacedBlock;
}

type Tools = Pick<Desk, 'documents' | 'corrections'>;
type OfBlock = { readonly blockId: string; readonly expectedVersion: number };

const unknownBlock = () => refuse('NOT_FOUND', 'document.unknown', { path: ['input', 'blockId'] });

/** Corrects a block of the viewer: kind, level, words, or whether it belongs to the document at all. */
export async function correctBlock(
  desk: Tools,
  viewer: Viewer,
  { blockId, expectedVersion, ...change }: OfBlock & BlockChange,
): Promise<Corrected | Refusal> {
  const ownerId = requireUser(viewer, 'documents');
  const place = parseBlockId(blockId);
  if (!place) return unknownBlock();
  const expected = { ownerId, version: expectedVersion };
  const number = await desk.corrections.change(place, expected, (now, head) => changeBlock(now, change, head));
  return isRefusal(number) ? number : show(desk, ownerId, { ...place, number });
}

/** Puts a block of the viewer behind another one, or first. */
export async function moveBlock(
  desk: Tools,
  viewer: Viewer,
  { blockId, expectedVersion, afterBlockId }: OfBlock & { readonly afterBlockId?: string | null },
): Promise<Corrected | Refusal> {
  const ownerId = requireUser(viewer, 'documents');
  const place = parseBlockId(blockId);
  if (!place) return unknownBlock();
  const after = afterBlockId ? parseBlockId(afterBlockId) : null;
  if (after === undefined || (after && after.documentId !== place.documentId))
    return refuse('INVALID_INPUT', 'correction.place', { path: ['input', 'afterBlockId'] });
  const number = await desk.corrections.move(place, { ownerId, version: expectedVersion }, after?.number ?? null);
  return isRefusal(number) ? number : show(desk, ownerId, { ...place, number });
}

/** Takes back the last correction of a document of the viewer. */
export async function undoCorrection(
  desk: Tools,
  viewer: Viewer,
  { documentId, expectedVersion }: { readonly documentId: string; readonly expectedVersion: number },
): Promise<Corrected | Refusal> {
  const ownerId = requireUser(viewer, 'documents');
  if (!isId(documentId)) return refuse('NOT_FOUND', 'document.unknown', { path: ['input', 'documentId'] });
  const number = await desk.corrections.undo(documentId, { ownerId, version: expectedVersion });
  return isRefusal(number) ? number : show(desk, ownerId, { documentId, number });
}

async function show(
  { documents }: Tools,
  ownerId: string,
  { documentId, number }: BlockPlace,
): Promise<Corrected | Refusal> {
  const [document] = await documents.find([documentId], ownerId);
  const shown = (await documents.blocksNumbered([{ documentId, numbers: [number] }])).flat();
  const block = shown.find((one) => one.number === number);
  // Deleted in the moment since.
  return document && block ? { document, block } : unknownBlock();
}
