import { ChevronDown } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { ComboBox as AriaComboBox } from 'react-aria-components/ComboBox';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { ListBox } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { FieldHint, FieldNote } from './FieldNote.tsx';
import { Option } from './Option.tsx';
import type { SelectOption } from './Option.tsx';
import '../overlay/overlay.css';
import './field.css';
import './select.css';

export interface ComboboxProps {
  readonly label: string;
  readonly options: readonly SelectOption[];
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
  /** What is typed, when the options come from a search on the server; the caller then gives the matching options. */
  readonly onSearch?: (typed: string) => void;
  readonly placeholder?: string;
  /** Said in the list when nothing matches. */
  readonly emptyWords: string;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
  readonly isDisabled?: boolean;
}

/** Chooses one of many by typing part of its name; matching follows the language (accents, width, case). */
export function Combobox(props: ComboboxProps) {
  const { label, options, value, onChange, onSearch, placeholder, emptyWords, hint, problem, isDisabled } = props;
  return (
    <AriaComboBox
      className="ui-field ui-combobox"
      value={value}
      onChange={(key) => onChange(typeof key === 'string' ? key : null)}
      isInvalid={problem !== undefined}
      isDisabled={isDisabled ?? false}
      validationBehavior="aria"
      menuTrigger="focus"
      allowsEmptyCollection
      {...(onSearch === undefined ? { defaultItems: options } : { items: options, onInputChange: onSearch })}
    >
      <Label className="ui-field__label">{label}</Label>
      <div className="ui-field__row">
        <Input className="ui-field__input ui-combobox__input" {...(placeholder === undefined ? {} : { placeholder })} />
        <Button className="ui-combobox__button">
          <ChevronDown size={16} strokeWidth={1.5} aria-hidden />
        </Button>
      </div>
      <FieldHint hint={problem === undefined ? hint : undefined} />
      <FieldNote problem={problem} />
      <Popover className="ui-popover ui-select__popover" offset={4}>
        <ListBox<SelectOption>
          className="ui-select__list"
          renderEmptyState={() => <p className="ui-combobox__empty">{emptyWords}</p>}
        >
          {(option) => <Option option={option} />}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}
