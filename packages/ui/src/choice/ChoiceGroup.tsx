import { useId } from 'react';
import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import '../field/field.css';
import './choice.css';

export interface Choice {
  readonly id: string;
  readonly name: string;
  /** The language of its name where that is not the page's. */
  readonly language?: string;
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

/** One of a few, all of them visible: the browser's own radios, drawn as tiles or segments. */
export function ChoiceGroup({ label, choices, value, onChange, hidesLabel, look = 'segments' }: ChoiceGroupProps) {
  const id = useId();
  return (
    <div className="ui-field" role="radiogroup" aria-labelledby={id} aria-orientation="horizontal">
      <span id={id} className={classNames('ui-field__label', hidesLabel && 'ui-hidden')}>
        {label}
      </span>
      <div className="ui-choices" data-look={look}>
        {choices.map((choice) => (
          <label
            key={choice.id}
            className="ui-choice"
            data-selected={choice.id === value || undefined}
            data-disabled={choice.isDisabled || undefined}
          >
            <input
              type="radio"
              className="ui-hidden"
              name={id}
              value={choice.id}
              checked={choice.id === value}
              disabled={choice.isDisabled ?? false}
              onChange={() => onChange(choice.id)}
            />
            {choice.icon}
            <span lang={choice.language}>{choice.name}</span>
            {choice.note !== undefined && <span className="ui-choice__note ui-figures">{choice.note}</span>}
          </label>
        ))}
      </div>
    </div>
  );
}
