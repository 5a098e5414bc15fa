import type { DocumentsContext } from '../context.ts';
import { blockIdOf } from '../domain/block-id.ts';
import type { Document as Read } from '../domain/document.ts';
import { clipsOf } from '../operations/find-clips.ts';
import { findDocument, lastCorrectionOf, listBlocks, outlineOf } from '../operations/find-documents.ts';
import type { BlocksInput } from '../operations/find-documents.ts';
import { listRenditions } from '../operations/find-renditions.ts';
import { orThrow } from './refusal-error.ts';

export const Correction = { blockId: blockIdOf };

export const Document = {
  __resolveReference: ({ id }: { id: string }, { desk, viewer }: DocumentsContext) => findDocument(desk, viewer, id),
  asset: ({ assetId }: Read) => ({ __typename: 'Asset', id: assetId }),
  job: ({ jobId }: Read) => ({ __typename: 'Job', id: jobId }),
  renditions: (document: Read, _: unknown, { desk }: DocumentsContext) => listRenditions(desk, document),
  clips: (document: Read, _: unknown, { desk }: DocumentsContext) => clipsOf(desk, document),
  lastCorrection: (document: Read, _: unknown, { desk }: DocumentsContext) => lastCorrectionOf(desk, document),
  outline: (document: Read, _: unknown, { desk }: DocumentsContext) => outlineOf(desk, document),
  blocks: async (document: Read, page: BlocksInput, context: DocumentsContext) =>
    orThrow(await listBlocks(context.desk, document, page), context),
};
