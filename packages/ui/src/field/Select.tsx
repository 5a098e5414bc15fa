import { ChevronDown } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Label } from 'react-aria-components/Label';
import { ListBox } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select';
import { FieldHint, FieldNote } from './FieldNote.tsx';
import { Option } from './Option.tsx';
import type { SelectOption } from './Option.tsx';
import '../overlay/overlay.css';
import './field.css';
import './select.css';

export interface SelectProps {
  readonly label: string;
  readonly options: readonly SelectOption[];
  readonly value: string | null;
  readonly onChange: (id: string) => void;
  readonly placeholder: string;
  readonly problem?: string | undefined;
  /** A sentence under the field. */
  readonly hint?: string | undefined;
  readonly isDisabled?: boolean;
}

/** Chooses one of a list. Closed it shows the choice, open it shows what each one is for. */
export function Select({ label, options, value, onChange, placeholder, problem, hint, isDisabled }: SelectProps) {
  return (
    <AriaSelect
      className="ui-field ui-select"
      value={value}
      onChange={(key) => typeof key === 'string' && onChange(key)}
      isInvalid={problem !== undefined}
      isDisabled={isDisabled ?? false}
      validationBehavior="aria"
      placeholder={placeholder}
    >
      <Label className="ui-field__label">{label}</Label>
      <Button className="ui-field__input ui-select__button">
        <SelectValue className="ui-select__value">{({ selectedText }) => selectedText || placeholder}</SelectValue>
        <ChevronDown size={16} strokeWidth={1.5} aria-hidden />
      </Button>
      <FieldHint hint={problem === undefined ? hint : undefined} />
      <FieldNote problem={problem} />
      <Popover className="ui-popover ui-select__popover" offset={4}>
        <ListBox className="ui-select__list" items={options}>
          {(option) => <Option option={option} />}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
