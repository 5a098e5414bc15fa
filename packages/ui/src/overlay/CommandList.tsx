import { useId } from 'react';
import type { Command, CommandGroup } from './commands.ts';

export interface CommandListProps {
  readonly id: string;
  readonly label: string;
  readonly groups: readonly CommandGroup[];
  /** What Enter does, and whether it was come to by keys. */
  readonly current: Command | undefined;
  readonly isByKeys: boolean;
  readonly onPoint: (command: Command) => void;
  readonly onDo: (command: Command) => void;
}

/** The element of a command, which the field points at while the words stay in it. */
export const optionId = (listId: string, { id }: Command): string => `${listId}-${id}`;

/** What was found. Focus stays in the field: nothing here is focused, and keys are the field's. */
export function CommandList({ groups, ...list }: CommandListProps) {
  return (
    <div
      role="listbox"
      id={list.id}
      aria-label={list.label}
      hidden={groups.length === 0}
      className="ui-menu ui-palette__list"
    >
      {groups.map((group) => (
        <Group key={group.name} group={group} {...list} />
      ))}
    </div>
  );
}

type GroupProps = Omit<CommandListProps, 'groups'> & { readonly group: CommandGroup };

function Group({ group, ...list }: GroupProps) {
  const nameId = useId();
  return (
    <div role="group" aria-labelledby={nameId}>
      <div id={nameId} role="presentation" className="ui-palette__group">
        {group.name}
      </div>
      {group.commands.map((command) => (
        <Option key={command.id} command={command} {...list} />
      ))}
    </div>
  );
}

type OptionProps = Omit<GroupProps, 'group'> & { readonly command: Command };

function Option({ command, id, current, isByKeys, onPoint, onDo }: OptionProps) {
  const { name, language, icon, note, keys } = command;
  const isCurrent = command.id === current?.id;
  return (
    <div
      role="option"
      id={optionId(id, command)}
      aria-selected={isCurrent}
      data-focused={isCurrent || undefined}
      data-focus-visible={(isCurrent && isByKeys) || undefined}
      className="ui-option"
      onMouseDown={(event) => event.preventDefault()}
      onPointerMove={() => !isCurrent && onPoint(command)}
      onClick={() => onDo(command)}
    >
      {icon}
      <span className="ui-option__words">
        <span lang={language}>{name}</span> {note !== undefined && <span className="ui-option__note">{note}</span>}
      </span>{' '}
      {keys !== undefined && <kbd className="ui-option__keys">{keys}</kbd>}
    </div>
  );
}
