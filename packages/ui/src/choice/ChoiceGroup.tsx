import type { ReactNode } from 'react';
import { Label } from 'react-aria-components/Label';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { classNames } from '../class-names.ts';
import '../field/field.css';
import './choice.css';

export interface Choice {
  readonly id: string;
  readonly name: string;
  readonly note?: string;
  readonly icon?: ReactNode;
  readonly isDisabled?: boolean;
}

export interface ChoiceGroupProps {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly value: string;
  readonly onChange: (id: string) => void;
  readonly hidesLabel?: boolean;
  /** `tiles` for a few choices with a picture of each, `segments` for words. */
  readonly look?: 'tiles' | 'segments';
}

/** One of a few, all of them visible: a radio group drawn as tiles or segments. */
export function ChoiceGroup({ label, choices, value, onChange, hidesLabel, look = 'segments' }: ChoiceGroupProps) {
  return (
    <RadioGroup className="ui-field" value={value} onChange={onChange} orientation="horizontal">
      <Label className={classNames('ui-field__label', hidesLabel && 'ui-hidden')}>{label}</Label>
      <div className="ui-choices" data-look={look}>
        {choices.map((choice) => (
          <Radio key={choice.id} value={choice.id} isDisabled={choice.isDisabled ?? false} className="ui-choice">
            {choice.icon}
            <span>{choice.name}</span>
            {choice.note !== undefined && <span className="ui-choice__note ui-figures">{choice.note}</span>}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
