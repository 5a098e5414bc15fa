import { Menu as AriaMenu, MenuItem as AriaMenuItem, MenuSection } from 'react-aria-components/Menu';
import { Separator } from 'react-aria-components/Separator';
import type { MenuAction } from './menu-action.ts';
import './menu.css';

export interface MenuItemsProps {
  /** Groups are divided by a hairline. */
  readonly groups: readonly (readonly MenuAction[])[];
  /** The button it belongs to, for a menu that no trigger of the library names. */
  readonly labelledBy?: string;
  readonly onClose?: () => void;
}

/** What a menu holds: arrow keys move, typing jumps. */
export function MenuItems({ groups, labelledBy, onClose }: MenuItemsProps) {
  const filled = groups.filter((group) => group.length > 0);
  return (
    <AriaMenu
      className="ui-menu"
      {...(labelledBy === undefined ? {} : { 'aria-labelledby': labelledBy, autoFocus: 'first' })}
      {...(onClose === undefined ? {} : { onClose })}
    >
      {filled.flatMap((group, index) => [
        ...(index === 0 ? [] : [<Separator key={`line-${group[0]?.id}`} className="ui-menu__line" />]),
        <Group key={group[0]?.id} group={group} />,
      ])}
    </AriaMenu>
  );
}

/** Actions as they come; where one of them is chosen, they are choices, and which it is is said. */
function Group({ group }: { readonly group: readonly MenuAction[] }) {
  const actions = group.map((action) => <Action key={action.id} {...action} />);
  if (group.every(({ isChosen }) => isChosen === undefined)) return actions;
  const chosen = group.filter(({ isChosen }) => isChosen).map(({ id }) => id);
  return (
    <MenuSection selectionMode="single" selectedKeys={chosen} disallowEmptySelection>
      {actions}
    </MenuSection>
  );
}

/** Called by all that is seen of it, its note too, so that it can be chosen by saying what is read there. */
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
        <span>{name}</span> {note !== undefined && <span className="ui-option__note">{note}</span>}
      </span>{' '}
      {keys !== undefined && <kbd className="ui-option__keys">{keys}</kbd>}
    </AriaMenuItem>
  );
}
