import { Label } from 'react-aria-components/Label';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { FieldNote } from '../field/FieldNote.tsx';
import { classNames } from '../class-names.ts';
import type { Choice } from './ChoiceGroup.tsx';
import '../field/field.css';
import './mark.css';

export interface RadioListProps {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly value: string | null;
  readonly onChange: (id: string) => void;
  readonly hidesLabel?: boolean;
  readonly problem?: string | undefined;
}

/** One of a few that need a sentence each, under one another; for single words use ChoiceGroup. */
export function RadioList({ label, choices, value, onChange, hidesLabel, problem }: RadioListProps) {
  return (
    <RadioGroup
      className="ui-field"
      value={value}
      onChange={onChange}
      isInvalid={problem !== undefined}
      validationBehavior="aria"
    >
      <Label className={classNames('ui-field__label', hidesLabel && 'ui-hidden')}>{label}</Label>
      <div className="ui-radios">
        {choices.map((choice) => (
          <Radio key={choice.id} value={choice.id} isDisabled={choice.isDisabled ?? false} className="ui-mark">
            <span className="ui-mark__dot" aria-hidden />
            {choice.icon}
            <span className="ui-mark__words">
              {choice.name}
              {choice.note !== undefined && <span className="ui-mark__note">{choice.note}</span>}
            </span>
          </Radio>
        ))}
      </div>
      <FieldNote problem={problem} />
    </RadioGroup>
  );
}
