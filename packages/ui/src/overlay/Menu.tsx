import type { ReactNode } from 'react';
import { MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { MenuItems } from './MenuItems.tsx';
import type { MenuAction, MenuPlacement } from './menu-action.ts';
import './overlay.css';

export interface MenuProps {
  /** A button of the design system; the menu is named by it, and it gets aria-expanded and aria-haspopup from here. */
  readonly trigger: ReactNode;
  /** Groups are divided by a hairline. */
  readonly groups: readonly (readonly MenuAction[])[];
  readonly placement?: MenuPlacement;
}

/** Actions behind a button. Arrow keys move, typing jumps, Escape closes and gives focus back. */
export function Menu({ trigger, groups, placement = 'bottom end' }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className="ui-popover ui-menu__popover" placement={placement} offset={4}>
        <MenuItems groups={groups} />
      </Popover>
    </MenuTrigger>
  );
}
