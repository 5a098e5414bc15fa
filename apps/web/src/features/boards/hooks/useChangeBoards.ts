import { announce } from '@modu/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { QueryKey } from '@tanstack/react-query';
import { foresee } from '../../../lib/ahead/index.ts';
import {
  AddToBoardDocument,
  CreateBoardDocument,
  DeleteBoardDocument,
  MoveBoardDocument,
  RemoveFromBoardDocument,
  UpdateBoardDocument,
} from '../../../lib/graph/generated/graphql.ts';
import { inParts, isRefusal, request } from '../../../lib/graph/index.ts';
import { useTranslation } from '../../../lib/language/index.ts';
import { foreseeBoards } from '../model/foresee-boards.ts';

/** A change of boards. */
export type BoardAction =
  | { readonly kind: 'create'; readonly name: string }
  | { readonly kind: 'rename'; readonly id: string; readonly name: string }
  | { readonly kind: 'move'; readonly id: string; readonly beforeId: string | null }
  | { readonly kind: 'delete'; readonly id: string }
  | { readonly kind: 'cover'; readonly id: string; readonly imageId: string }
  | PicturesAction;

/** Pictures put onto a board or taken off it; `name` is the board's. */
export interface PicturesAction {
  readonly kind: 'add' | 'take';
  readonly id: string;
  readonly name: string;
  readonly imageIds: readonly string[];
}

interface ChangeBoardsOptions {
  /** Told also when what asked for the change has left the page. */
  readonly onDone?: (action: BoardAction) => void;
  readonly onRefused?: (problem: Error, action: BoardAction) => void;
}

/** Changes boards: at once in what is shown, taken back if that fails; lists that show them are read again. Throws what the API says when it refuses. */
export function useChangeBoards({ onDone, onRefused }: ChangeBoardsOptions = {}) {
  const client = useQueryClient();
  const { t } = useTranslation('boards');
  return useMutation({
    scope: { id: 'boards' },
    onMutate: (action: BoardAction) => foresee(client, foreseeBoards(action)),
    mutationFn: async (action: BoardAction) => {
      const outcome = await send(action);
      if (isRefusal(outcome)) throw new Error(outcome.message);
      return outcome;
    },
    onSuccess: (_, action) => {
      const done = doneWords(action);
      if (done !== null) announce(t(done, figuresOf(action)));
      onDone?.(action);
    },
    onError: (problem, action) => onRefused?.(problem, action),
    // After a failure too: of many pictures some may have been changed.
    onSettled: (_, problem, __, end) => {
      end?.(problem === null);
      const isShowing = ([things]: QueryKey) => things === 'boards' || things === 'images';
      return client.invalidateQueries({ predicate: ({ queryKey }) => isShowing(queryKey) });
    },
  });
}

/** What is said once it is done; null for what is told by whoever asked for it, with a way back or with the board's name. */
function doneWords({ kind }: BoardAction) {
  const said = { create: 'made', rename: 'renamed', move: 'moved', delete: 'deleted', add: 'added' } as const;
  return kind === 'take' || kind === 'cover' ? null : said[kind];
}

const figuresOf = (action: BoardAction) => ({
  name: 'name' in action ? action.name : '',
  count: 'imageIds' in action ? action.imageIds.length : 0,
});

async function send(action: BoardAction) {
  switch (action.kind) {
    case 'create':
      return (await request(CreateBoardDocument, { input: { name: action.name } })).createBoard;
    case 'rename':
      return (await request(UpdateBoardDocument, { id: action.id, input: { name: action.name } })).updateBoard;
    case 'move':
      return (await request(MoveBoardDocument, { id: action.id, beforeId: action.beforeId })).moveBoard;
    case 'delete':
      return (await request(DeleteBoardDocument, { id: action.id })).deleteBoard;
    case 'cover':
      return (await request(UpdateBoardDocument, { id: action.id, input: { coverImageId: action.imageId } }))
        .updateBoard;
    case 'add':
      return inParts(
        action.imageIds,
        async (imageIds) => (await request(AddToBoardDocument, { boardId: action.id, imageIds })).addToBoard,
      );
    case 'take':
      return inParts(
        action.imageIds,
        async (imageIds) => (await request(RemoveFromBoardDocument, { boardId: action.id, imageIds })).removeFromBoard,
      );
  }
}
