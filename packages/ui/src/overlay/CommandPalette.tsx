import { useRef } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import { createPortal } from 'react-dom';
import { CommandFinder } from './CommandFinder.tsx';
import type { CommandGroup } from './commands.ts';
import { useOverPage } from './useOverPage.ts';
import './overlay.css';
import './menu.css';
import './dialog.css';
import './palette.css';

export type { Command, CommandGroup } from './commands.ts';

export interface CommandPaletteProps {
  readonly label: string;
  readonly placeholder: string;
  readonly emptyWords: string;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly groups: readonly CommandGroup[];
  /** What can be done with the words themselves; comes after all that is found by them. */
  readonly ofWords?: (words: string) => CommandGroup;
  /** More that may be called so is on its way: until it is here, Enter does not do what can be done with the words themselves. */
  readonly isComing?: boolean;
}

/**
 * Everything the studio can do, found by typing. Arrow keys move while the words stay in the field; Enter does it. It opens in the
 * middle of writing and is closed again at once, so it is lighter than a dialog: it has one thing to focus.
 */
export function CommandPalette({ isOpen, ...palette }: CommandPaletteProps) {
  return isOpen ? createPortal(<OpenPalette {...palette} />, document.body) : null;
}

function OpenPalette({ onOpenChange, ...finder }: Omit<CommandPaletteProps, 'isOpen'>) {
  const veil = useRef<HTMLDivElement>(null);
  const isPressedOutside = useRef(false);
  const giveBack = useOverPage(veil);
  const close = () => onOpenChange(false);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || !(event.key === 'Escape' || event.key === 'Tab')) return;
    // By itself the first Escape empties a search field, and Tab goes to what is behind.
    event.preventDefault();
    if (event.key === 'Escape') close();
  };
  const onPointerDown = ({ target }: PointerEvent) => (isPressedOutside.current = target === veil.current);
  const onClick = () => isPressedOutside.current && close();
  return (
    // The mark is for what React Aria has open: this lies over it, and a press here is none beside it.
    <div
      ref={veil}
      data-react-aria-top-layer
      className="ui-veil ui-veil--palette"
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onClick={onClick}
    >
      <div role="dialog" aria-modal aria-label={finder.label} className="ui-dialog ui-palette">
        <div className="ui-palette__frame">
          <CommandFinder
            {...finder}
            onDo={(command) => {
              giveBack();
              close();
              command.onAction();
            }}
          />
        </div>
      </div>
    </div>
  );
}
