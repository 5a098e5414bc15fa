import type { DocumentsContext } from '../context.ts';
import { blockIdOf } from '../domain/block-id.ts';
import type { Document as Read } from '../domain/document.ts';
import { listBlocks } from '../operations/find-documents.ts';
import type { BlocksInput } from '../operations/find-documents.ts';
import { orThrow } from './refusal-error.ts';

export const Correction = { blockId: blockIdOf };

export const Document = {
  __resolveReference: ({ id }: { id: string }, { own }: DocumentsContext) => own.documents.load(id),
  asset: ({ assetId }: Read) => ({ __typename: 'Asset', id: assetId }),
  job: ({ jobId }: Read) => ({ __typename: 'Job', id: jobId }),
  renditions: ({ id }: Read, _: unknown, { ofDocument }: DocumentsContext) => ofDocument.renditions.load(id),
  clips: ({ id }: Read, _: unknown, { ofDocument }: DocumentsContext) => ofDocument.clips.load(id),
  lastCorrection: async ({ id }: Read, _: unknown, { ofDocument }: DocumentsContext) => {
    const last = await ofDocument.lastCorrection.load(id);
    return last && { ...last, documentId: id };
  },
  outline: ({ id }: Read, _: unknown, { ofDocument }: DocumentsContext) => ofDocument.outline.load(id),
  blocks: async (document: Read, page: BlocksInput, context: DocumentsContext) =>
    orThrow(await listBlocks((asked) => context.ofDocument.blocks.load(asked), document, page), context),
};
