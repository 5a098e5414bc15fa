import { useMutation, useQueryClient } from '@tanstack/react-query';
import {
  CorrectBlockDocument,
  MoveBlockDocument,
  UndoCorrectionDocument,
} from '../../../lib/graph/generated/graphql.ts';
import type { BlockPartsFragment, CorrectBlockInput } from '../../../lib/graph/generated/graphql.ts';
import { isRefusal, request } from '../../../lib/graph/index.ts';

type Change = Omit<CorrectBlockInput, 'blockId' | 'expectedVersion'>;

/** Looks again at all that a correction may have changed, also when it was refused because something had. */
function useLookAgain() {
  const client = useQueryClient();
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['documents'] }),
      client.invalidateQueries({ queryKey: ['braille'] }),
    ]);
}

/** Corrects a block, one change after the other, each against the version that the one before left. */
export function useCorrectBlock() {
  const onSettled = useLookAgain();
  return useMutation({
    mutationFn: async ({ block, changes }: { block: BlockPartsFragment; changes: readonly Change[] }) => {
      let expectedVersion = block.version;
      for (const change of changes) {
        const input = { ...change, blockId: block.id, expectedVersion };
        const { correctBlock } = await request(CorrectBlockDocument, { input });
        if (isRefusal(correctBlock)) throw new Error(correctBlock.message);
        expectedVersion = correctBlock.block.version;
      }
    },
    onSettled,
  });
}

/** Puts a block behind another one, or first. */
export function useMoveBlock() {
  const onSettled = useLookAgain();
  return useMutation({
    mutationFn: async ({ block, afterBlockId }: { block: BlockPartsFragment; afterBlockId: string | null }) => {
      const input = { blockId: block.id, expectedVersion: block.version, afterBlockId };
      const { moveBlock } = await request(MoveBlockDocument, { input });
      if (isRefusal(moveBlock)) throw new Error(moveBlock.message);
    },
    onSettled,
  });
}

/** Takes the last correction of a document back. */
export function useUndoCorrection() {
  const onSettled = useLookAgain();
  return useMutation({
    mutationFn: async (document: { readonly id: string; readonly version: number }) => {
      const input = { documentId: document.id, expectedVersion: document.version };
      const { undoCorrection } = await request(UndoCorrectionDocument, { input });
      if (isRefusal(undoCorrection)) throw new Error(undoCorrection.message);
      return undoCorrection.block.id;
    },
    onSettled,
  });
}
