import { opensLater } from '@modu/ui';
import { useEffect } from 'react';
import type { KeyboardEvent, RefObject } from 'react';
import { loadWords } from '../../../lib/language/index.ts';
import { useWallKeys } from '../hooks/useWallKeys.ts';
import type { WallKeysOptions } from '../hooks/useWallKeys.ts';
import { SelectionBar } from './SelectionBar.tsx';
import type { SelectionBarProps } from './SelectionBar.tsx';
import type { ShortcutSheetProps } from './ShortcutSheet.tsx';

const ShortcutSheet = opensLater<ShortcutSheetProps>(async () => {
  const [come] = await Promise.all([import('./ShortcutSheet.tsx'), loadWords('shortcuts')]);
  return come.ShortcutSheet;
});

export type OnWallKey = (event: KeyboardEvent) => void;

export interface WallToolsProps extends WallKeysOptions, Pick<SelectionBarProps, 'actions'> {
  /** Where the wall finds what its keys do. */
  readonly keys: RefObject<OnWallKey | null>;
}

/** What one does on a wall that can be seen before it can be used: its keys, their sheet, and the bar of what is chosen. */
export function WallTools({ keys, actions, ...options }: WallToolsProps) {
  const { onKeyDown, land, isSheetOpen, setSheetOpen } = useWallKeys(options);
  useEffect(() => {
    keys.current = onKeyDown;
  });
  const { selection, isTrash, onBoards } = options;
  return (
    <>
      {selection.ids.size > 0 && <SelectionBar {...{ selection, isTrash, onBoards, actions }} onLeave={land} />}
      <ShortcutSheet isOpen={isSheetOpen} onOpenChange={setSheetOpen} />
    </>
  );
}
