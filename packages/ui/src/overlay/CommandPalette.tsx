import { Search } from 'lucide-react';
import { useDeferredValue } from 'react';
import type { ReactNode } from 'react';
import { Autocomplete, useFilter } from 'react-aria-components/Autocomplete';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Header } from 'react-aria-components/Header';
import { Input } from 'react-aria-components/Input';
import { ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components/ListBox';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { TextField } from 'react-aria-components/TextField';
import './overlay.css';
import './menu.css';
import './dialog.css';
import './palette.css';

export interface Command {
  readonly id: string;
  readonly name: string;
  /** The language of its name where that is not the page's. */
  readonly language?: string;
  /** Other words it is found by, in any language. */
  readonly alsoKnownAs?: string;
  readonly icon?: ReactNode;
  readonly note?: string;
  readonly keys?: string;
  readonly onAction: () => void;
}

export interface CommandGroup {
  readonly name: string;
  readonly commands: readonly Command[];
}

export interface CommandPaletteProps {
  readonly label: string;
  readonly placeholder: string;
  readonly emptyWords: string;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly groups: readonly CommandGroup[];
  /** What is typed, for groups that come from a search on the server. */
  readonly typed?: string;
  readonly onType?: (typed: string) => void;
}

/** Everything the studio can do, found by typing. Arrow keys move while the words stay in the field; Enter does it. */
export function CommandPalette(props: CommandPaletteProps) {
  const { label, placeholder, emptyWords, isOpen, onOpenChange, groups, typed, onType } = props;
  const { contains } = useFilter({ sensitivity: 'base' });
  const matches = (text: string, words: string) =>
    words
      .split(/\s+/u)
      .filter((word) => word !== '')
      .every((word) => contains(text, word));
  return (
    <ModalOverlay isOpen={isOpen} onOpenChange={onOpenChange} isDismissable className="ui-veil ui-veil--palette">
      <Modal className="ui-dialog ui-palette">
        <AriaDialog aria-label={label} className="ui-palette__frame">
          <Autocomplete
            filter={matches}
            {...(typed === undefined ? {} : { inputValue: typed })}
            {...(onType === undefined ? {} : { onInputChange: onType })}
          >
            {/* Not a SearchField: there the first Escape empties the field, here it closes the palette. */}
            <TextField autoFocus type="search" aria-label={label} className="ui-palette__field">
              <Search size={20} strokeWidth={1.5} aria-hidden />
              <Input role="combobox" aria-expanded placeholder={placeholder} className="ui-palette__input" />
            </TextField>
            <Commands label={label} emptyWords={emptyWords} groups={groups} onAction={() => onOpenChange(false)} />
          </Autocomplete>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

const NONE: readonly CommandGroup[] = [];

type CommandsProps = Pick<CommandPaletteProps, 'label' | 'emptyWords' | 'groups'> & { readonly onAction: () => void };

/** The list comes a moment after the field: drawn together they are one long task, in which no letter is taken. */
function Commands({ label, emptyWords, groups, onAction }: CommandsProps) {
  const shown = useDeferredValue(groups, NONE);
  return (
    <ListBox
      aria-label={label}
      className="ui-menu ui-palette__list"
      renderEmptyState={() => shown !== NONE && <p className="ui-palette__empty">{emptyWords}</p>}
      onAction={onAction}
    >
      {shown.map((group) => (
        <Group key={group.name} group={group} />
      ))}
    </ListBox>
  );
}

function Group({ group }: { readonly group: CommandGroup }) {
  return (
    <ListBoxSection>
      <Header className="ui-palette__group">{group.name}</Header>
      {group.commands.map(({ id, name, language, alsoKnownAs = '', icon, note, keys, onAction }) => (
        <ListBoxItem
          key={id}
          id={id}
          textValue={`${name} ${note ?? ''} ${alsoKnownAs}`}
          onAction={onAction}
          className="ui-option"
        >
          {icon}
          <span className="ui-option__words">
            <span lang={language}>{name}</span> {note !== undefined && <span className="ui-option__note">{note}</span>}
          </span>{' '}
          {keys !== undefined && <kbd className="ui-option__keys">{keys}</kbd>}
        </ListBoxItem>
      ))}
    </ListBoxSection>
  );
}
