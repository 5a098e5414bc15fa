import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { InfiniteData, QueryKey } from '@tanstack/react-query';
import {
  CorrectBlockDocument,
  MoveBlockDocument,
  UndoCorrectionDocument,
} from '../../../lib/graph/generated/graphql.ts';
import type {
  BlockPartsFragment,
  CorrectBlockInput,
  DocumentBlocksQuery,
} from '../../../lib/graph/generated/graphql.ts';
import { isRefusal, request } from '../../../lib/graph/index.ts';
import { placeBlock, replaceBlock } from '../model/patch-blocks.ts';

type Change = Omit<CorrectBlockInput, 'blockId' | 'expectedVersion'>;

/** Looks again at what a correction may have changed beside the block. */
function useLookAgain() {
  const client = useQueryClient();
  return (isBlockKnown: boolean) =>
    Promise.all([
      // A long document is many pages of blocks: reading all of them again for each correction is what the limit of requests refuses.
      client.invalidateQueries({ queryKey: ['documents'], predicate: (query) => !isBlockKnown || !holdsBlocks(query) }),
      client.invalidateQueries({ queryKey: ['braille'] }),
    ]);
}

const holdsBlocks = ({ queryKey }: { readonly queryKey: QueryKey }): boolean => queryKey[2] === 'blocks';

type Blocks = InfiniteData<DocumentBlocksPage | null>;
type DocumentBlocksPage = NonNullable<DocumentBlocksQuery['document']>['blocks'];
type Patch = (pages: Blocks['pages'], shown: { readonly withLeftOut: boolean }) => Blocks['pages'] | undefined;

/** Puts what was answered where it is shown. @returns whether all that is shown now says so; else it is to be asked for. */
function usePatchBlocks() {
  const client = useQueryClient();
  return (patch: Patch): boolean =>
    client
      .getQueriesData<Blocks>({ queryKey: ['documents'], predicate: holdsBlocks, type: 'active' })
      .map(([key, data]) => {
        const pages = data && patch(data.pages, { withLeftOut: key[4] === true });
        if (pages) client.setQueryData<Blocks>(key, { ...data, pages });
        return pages !== undefined;
      })
      .every(Boolean);
}

/** Corrects a block, one change after the other, each against the version that the one before left. */
export function useCorrectBlock() {
  const lookAgain = useLookAgain();
  const patchBlocks = usePatchBlocks();
  return useMutation({
    mutationFn: async ({ block, changes }: { block: BlockPartsFragment; changes: readonly Change[] }) => {
      let corrected = block;
      for (const change of changes) {
        const input = { ...change, blockId: block.id, expectedVersion: corrected.version };
        const { correctBlock } = await request(CorrectBlockDocument, { input });
        if (isRefusal(correctBlock)) throw new Error(correctBlock.message);
        corrected = correctBlock.block;
      }
      return corrected;
    },
    // When it was refused something else had changed it, and that is to be seen.
    onError: () => lookAgain(false),
    onSuccess: (corrected) => lookAgain(patchBlocks((pages, shown) => replaceBlock(pages, corrected, shown))),
  });
}

/** Puts a block behind another one, or first. */
export function useMoveBlock() {
  const lookAgain = useLookAgain();
  const patchBlocks = usePatchBlocks();
  return useMutation({
    mutationFn: async ({ block, afterBlockId }: { block: BlockPartsFragment; afterBlockId: string | null }) => {
      const input = { blockId: block.id, expectedVersion: block.version, afterBlockId };
      const { moveBlock } = await request(MoveBlockDocument, { input });
      if (isRefusal(moveBlock)) throw new Error(moveBlock.message);
      return moveBlock.block;
    },
    onError: () => lookAgain(false),
    onSuccess: (moved, { afterBlockId }) => lookAgain(patchBlocks((pages) => placeBlock(pages, moved, afterBlockId))),
  });
}

/** Takes the last correction of a document back. */
export function useUndoCorrection() {
  const lookAgain = useLookAgain();
  const patchBlocks = usePatchBlocks();
  return useMutation({
    mutationFn: async (document: { readonly id: string; readonly version: number }) => {
      const input = { documentId: document.id, expectedVersion: document.version };
      const { undoCorrection } = await request(UndoCorrectionDocument, { input });
      if (isRefusal(undoCorrection)) throw new Error(undoCorrection.message);
      return undoCorrection.block;
    },
    onError: () => lookAgain(false),
    // One that goes back to another place is asked for, with all between.
    onSuccess: (block) => lookAgain(patchBlocks((pages, shown) => replaceBlock(pages, block, shown))),
  });
}
