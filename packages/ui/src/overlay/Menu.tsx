import type { ReactNode } from 'react';
import { Menu as AriaMenu, MenuItem as AriaMenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { Separator } from 'react-aria-components/Separator';
import { Text } from 'react-aria-components/Text';
import './overlay.css';
import './menu.css';

export interface MenuAction {
  readonly id: string;
  /** A verb, "Download". */
  readonly name: string;
  readonly icon?: ReactNode;
  readonly note?: string;
  /** The keys that do the same, as they are shown: "Ctrl D". */
  readonly keys?: string;
  readonly isDanger?: boolean;
  readonly isDisabled?: boolean;
  readonly onAction: () => void;
}

export interface MenuProps {
  /** A button of the design system; the menu is named by it, and it gets aria-expanded and aria-haspopup from here. */
  readonly trigger: ReactNode;
  /** Groups are divided by a hairline. */
  readonly groups: readonly (readonly MenuAction[])[];
  readonly placement?: 'bottom start' | 'bottom end' | 'top start' | 'top end';
}

/** Actions behind a button. Arrow keys move, typing jumps, Escape closes and gives focus back. */
export function Menu({ trigger, groups, placement = 'bottom end' }: MenuProps) {
  const filled = groups.filter((group) => group.length > 0);
  return (
    <MenuTrigger>
      {trigger}
      <Popover className="ui-popover ui-menu__popover" placement={placement} offset={4}>
        <AriaMenu className="ui-menu">
          {filled.flatMap((group, index) => [
            ...(index === 0 ? [] : [<Separator key={`line-${group[0]?.id}`} className="ui-menu__line" />]),
            ...group.map((action) => <Action key={action.id} {...action} />),
          ])}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

function Action({ id, name, icon, note, keys, isDanger = false, isDisabled = false, onAction }: MenuAction) {
  return (
    <AriaMenuItem
      id={id}
      textValue={name}
      isDisabled={isDisabled}
      onAction={onAction}
      className="ui-option"
      data-danger={isDanger}
    >
      {icon}
      <span className="ui-option__words">
        <Text slot="label">{name}</Text>
        {note !== undefined && (
          <Text slot="description" className="ui-option__note">
            {note}
          </Text>
        )}
      </span>
      {keys !== undefined && <kbd className="ui-option__keys">{keys}</kbd>}
    </AriaMenuItem>
  );
}
