import type { Command } from '@modu/ui';
import { LayoutGrid } from 'lucide-react';
import { useBoards } from '../../features/boards/index.ts';
import { go } from '../../lib/way/index.ts';
import { ICON } from './icon.ts';

/** Each board by its name; asked for when the palette opens. */
export function useBoardCommands(isOpen: boolean) {
  const { data: boards = [], isLoading } = useBoards({ isWanted: isOpen });
  const commands: readonly Command[] = boards.map(({ id, name }) => ({
    id: `board-${id}`,
    name,
    alsoKnownAs: 'board 보드',
    icon: <LayoutGrid {...ICON} />,
    onAction: () => void go({ to: '/boards/$boardId', params: { boardId: id } }),
  }));
  return { commands, isComing: isLoading };
}
