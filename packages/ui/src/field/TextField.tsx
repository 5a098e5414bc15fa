import type { ReactNode, Ref } from 'react';
import { TextField as AriaTextField } from 'react-aria-components/TextField';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { FieldHint, FieldNote } from './FieldNote.tsx';
import './field.css';

export interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly name?: string;
  readonly type?: 'text' | 'email' | 'password' | 'date' | 'time' | 'datetime-local' | 'url' | 'tel';
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'email';
  readonly autoComplete?: string;
  readonly maxLength?: number;
  readonly isRequired?: boolean;
  readonly isDisabled?: boolean;
  readonly placeholder?: string;
  readonly mono?: boolean;
  /** A sentence under the field, always there. */
  readonly hint?: string | undefined;
  /** What is wrong and what to do next; absent when all is well. */
  readonly problem?: string | undefined;
  /** Controls that sit inside the field's right edge. */
  readonly controls?: ReactNode;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** One line of text with its label, hint and problem tied together for assistive technology. */
export function TextField({ label, hint, problem, controls, inputRef, mono, placeholder, ...rest }: TextFieldProps) {
  return (
    <AriaTextField {...rest} isInvalid={problem !== undefined} validationBehavior="aria" className="ui-field">
      <Label className="ui-field__label">{label}</Label>
      <div className="ui-field__row">
        <Input
          ref={inputRef ?? null}
          className={mono ? 'ui-field__input ui-mono' : 'ui-field__input'}
          {...(placeholder === undefined ? {} : { placeholder })}
        />
        {controls}
      </div>
      <FieldHint hint={problem === undefined ? hint : undefined} />
      <FieldNote problem={problem} />
    </AriaTextField>
  );
}
