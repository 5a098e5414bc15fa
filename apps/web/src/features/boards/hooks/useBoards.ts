import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  AddToBoardDocument,
  BoardsDocument,
  CreateBoardDocument,
  DeleteBoardDocument,
  MoveBoardDocument,
  UpdateBoardDocument,
} from '../../../lib/graph/generated/graphql.ts';
import { isRefusal, request } from '../../../lib/graph/index.ts';

/** The viewer's boards, in their order. */
export function useBoards() {
  return useQuery({
    queryKey: ['boards'],
    queryFn: async ({ signal }) => (await request(BoardsDocument, {}, { signal })).boards,
    staleTime: 30_000,
  });
}

/** A change of boards. */
export type BoardAction =
  | { readonly kind: 'create'; readonly name: string }
  | { readonly kind: 'rename'; readonly id: string; readonly name: string }
  | { readonly kind: 'move'; readonly id: string; readonly beforeId: string | null }
  | { readonly kind: 'delete'; readonly id: string }
  | { readonly kind: 'add'; readonly id: string; readonly imageIds: readonly string[] };

/** Changes boards; lists that show them are read again. Throws what the API says when it refuses. */
export function useChangeBoards() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (action: BoardAction) => {
      const outcome = await send(action);
      if (isRefusal(outcome)) throw new Error(outcome.message);
      return outcome;
    },
    onSuccess: () =>
      client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === 'boards' || queryKey[0] === 'images' }),
  });
}

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
    case 'add':
      return (await request(AddToBoardDocument, { boardId: action.id, imageIds: [...action.imageIds] })).addToBoard;
  }
}
