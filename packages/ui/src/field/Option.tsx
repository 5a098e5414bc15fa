import { Check } from 'lucide-react';
import { ListBoxItem } from 'react-aria-components/ListBox';
import { Text } from 'react-aria-components/Text';
import '../overlay/menu.css';

export interface SelectOption {
  readonly id: string;
  readonly name: string;
  /** A second, quieter line in the list. */
  readonly note?: string;
  readonly isDisabled?: boolean;
}

/** One choice in an open list; the chosen one carries a check. */
export function Option({ option }: { readonly option: SelectOption }) {
  return (
    <ListBoxItem id={option.id} textValue={option.name} isDisabled={option.isDisabled ?? false} className="ui-option">
      <Check size={16} strokeWidth={1.5} aria-hidden className="ui-option__check" />
      <span className="ui-option__words">
        <Text slot="label">{option.name}</Text>
        {option.note !== undefined && (
          <Text slot="description" className="ui-option__note">
            {option.note}
          </Text>
        )}
      </span>
    </ListBoxItem>
  );
}
