import type { RefObject } from 'react';
import { Popover } from 'react-aria-components/Popover';
import { MenuItems } from './MenuItems.tsx';
import type { MenuAction, MenuPlacement } from './menu-action.ts';
import './overlay.css';

export interface OpenedMenuProps {
  readonly triggerRef: RefObject<HTMLButtonElement | null>;
  readonly triggerId: string;
  readonly groups: readonly (readonly MenuAction[])[];
  readonly placement: MenuPlacement;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

/** The menu of a `MenuButton`, fetched when it is first opened. */
export function OpenedMenu({ triggerRef, triggerId, groups, placement, isOpen, onOpenChange }: OpenedMenuProps) {
  return (
    <Popover
      className="ui-popover ui-menu__popover"
      aria-labelledby={triggerId}
      triggerRef={triggerRef}
      placement={placement}
      offset={4}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
    >
      <MenuItems groups={groups} labelledBy={triggerId} onClose={() => onOpenChange(false)} />
    </Popover>
  );
}
