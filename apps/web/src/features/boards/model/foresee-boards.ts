import type { Foresight } from '../../../lib/ahead/index.ts';
import type { BoardPartsFragment, TilePartsFragment } from '../../../lib/graph/generated/graphql.ts';
import type { BoardAction } from '../hooks/useChangeBoards.ts';

type Named = Pick<BoardPartsFragment, 'id' | 'name' | 'imageCount'>;

/** What a change of boards will make of their list, of a board's page, of its wall, and of what a picture's page says of it. */
export function foreseeBoards(action: BoardAction): Foresight {
  return (known, [things, part, about]) => {
    if (known === null) return known;
    if (things === 'boards') {
      if (part === undefined) return listWith(known as readonly BoardPartsFragment[], action);
      return 'id' in action && part === action.id ? boardWith(known as Named, action) : known;
    }
    if (things !== 'images') return known;
    if (part === 'wall') return wallWith(known as readonly TilePartsFragment[], { action, filter: about });
    return part === 'one' ? pageWith(known as InFull, action) : known;
  };
}

function listWith(boards: readonly BoardPartsFragment[], action: BoardAction): readonly BoardPartsFragment[] {
  if (action.kind !== 'move') {
    return boards.map((board) => ('id' in action && board.id === action.id ? boardWith(board, action) : board));
  }
  const moved = boards.filter(({ id }) => id === action.id);
  const others = boards.filter(({ id }) => id !== action.id);
  const at = action.beforeId === null ? -1 : others.findIndex(({ id }) => id === action.beforeId);
  return others.toSpliced(at < 0 ? others.length : at, 0, ...moved);
}

/** Pictures that are on it already are counted twice until the API has counted. */
function boardWith<B extends Named>(board: B, action: BoardAction): B {
  switch (action.kind) {
    case 'rename':
      return { ...board, name: action.name.trim() };
    case 'add':
      return { ...board, imageCount: board.imageCount + action.imageIds.length };
    case 'take':
      return { ...board, imageCount: Math.max(0, board.imageCount - action.imageIds.length) };
    default:
      return board;
  }
}

interface OnWall {
  readonly action: BoardAction;
  readonly filter: unknown;
}

/** What is taken off a board leaves its wall. What is put onto one finds its place there when the API has given it one. */
function wallWith(tiles: readonly TilePartsFragment[], { action, filter }: OnWall): readonly TilePartsFragment[] {
  if (action.kind !== 'take' || (filter as { readonly boardId?: string }).boardId !== action.id) return tiles;
  const left = tiles.filter(({ id }) => !action.imageIds.includes(id));
  return left.length === tiles.length ? tiles : left;
}

interface InFull {
  readonly id: string;
  readonly boards: readonly { readonly id: string; readonly name: string }[];
}

/** The boards a picture's page says it is on. */
function pageWith(picture: InFull, action: BoardAction): InFull {
  const { boards } = picture;
  if (action.kind === 'rename') {
    const name = action.name.trim();
    return { ...picture, boards: boards.map((board) => (board.id === action.id ? { ...board, name } : board)) };
  }
  if ((action.kind !== 'add' && action.kind !== 'take') || !action.imageIds.includes(picture.id)) return picture;
  const others = boards.filter(({ id }) => id !== action.id);
  return { ...picture, boards: action.kind === 'take' ? others : [...others, { id: action.id, name: action.name }] };
}
