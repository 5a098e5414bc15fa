import { Minus, Plus } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Group } from 'react-aria-components/Group';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { NumberField as AriaNumberField } from 'react-aria-components/NumberField';
import { FieldHint, FieldNote } from './FieldNote.tsx';
import './field.css';
import './number-field.css';

export interface NumberFieldProps {
  readonly label: string;
  /** null while the field is empty. */
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  /** How the figure is written: `{ style: 'unit', unit: 'millimeter' }`, `{ maximumFractionDigits: 2 }`. */
  readonly format?: Intl.NumberFormatOptions;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
  readonly isDisabled?: boolean;
}

/** A number with its unit, typed or stepped; figures of any script are read, the range is kept when the field is left. */
export function NumberField(props: NumberFieldProps) {
  const { label, value, onChange, min, max, step, format, hint, problem, isDisabled } = props;
  return (
    <AriaNumberField
      className="ui-field"
      value={value ?? Number.NaN}
      onChange={(next) => onChange(Number.isNaN(next) ? null : next)}
      isInvalid={problem !== undefined}
      isDisabled={isDisabled ?? false}
      validationBehavior="aria"
      {...(min === undefined ? {} : { minValue: min })}
      {...(max === undefined ? {} : { maxValue: max })}
      {...(step === undefined ? {} : { step })}
      {...(format === undefined ? {} : { formatOptions: format })}
    >
      <Label className="ui-field__label">{label}</Label>
      <Group className="ui-number">
        <Button slot="decrement" className="ui-number__step">
          <Minus size={16} strokeWidth={1.5} aria-hidden />
        </Button>
        <Input className="ui-field__input ui-number__input ui-figures" />
        <Button slot="increment" className="ui-number__step">
          <Plus size={16} strokeWidth={1.5} aria-hidden />
        </Button>
      </Group>
      <FieldHint hint={problem === undefined ? hint : undefined} />
      <FieldNote problem={problem} />
    </AriaNumberField>
  );
}
