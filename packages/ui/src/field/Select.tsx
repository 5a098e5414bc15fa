import { Check, ChevronDown } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select';
import { Text } from 'react-aria-components/Text';
import { FieldNote } from './FieldNote.tsx';
import './field.css';
import './select.css';

export interface SelectOption {
  readonly id: string;
  readonly name: string;
  /** A second, quieter line in the list. */
  readonly note?: string;
  readonly isDisabled?: boolean;
}

export interface SelectProps {
  readonly label: string;
  readonly options: readonly SelectOption[];
  readonly value: string | null;
  readonly onChange: (id: string) => void;
  readonly placeholder: string;
  readonly problem?: string | undefined;
}

/** Chooses one of a list. Closed it shows the choice, open it shows what each one is for. */
export function Select({ label, options, value, onChange, placeholder, problem }: SelectProps) {
  return (
    <AriaSelect
      className="ui-field ui-select"
      value={value}
      onChange={(key) => typeof key === 'string' && onChange(key)}
      isInvalid={problem !== undefined}
      validationBehavior="aria"
      placeholder={placeholder}
    >
      <Label className="ui-field__label">{label}</Label>
      <Button className="ui-field__input ui-select__button">
        <SelectValue className="ui-select__value">{({ selectedText }) => selectedText ?? placeholder}</SelectValue>
        <ChevronDown size={16} strokeWidth={1.5} aria-hidden />
      </Button>
      <FieldNote problem={problem} />
      <Popover className="ui-popover ui-select__popover" offset={4}>
        <ListBox className="ui-select__list" items={options}>
          {(option) => <Option option={option} />}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

function Option({ option }: { readonly option: SelectOption }) {
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
