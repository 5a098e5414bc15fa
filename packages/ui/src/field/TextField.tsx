import type { ReactNode, Ref } from 'react';
import { NativeNotes } from './NativeNotes.tsx';
import { useNativeField } from './useNativeField.ts';
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
  /** It is read out but not shown: a limit that few come near. */
  readonly hidesHint?: boolean;
  /** What is wrong and what to do next; absent when all is well. */
  readonly problem?: string | undefined;
  /** Controls that sit inside the field's right edge. */
  readonly controls?: ReactNode;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/**
 * One line of text with its label, hint and problem tied together for assistive technology. The browser's own input: it needs no
 * behaviour of ours, so that the first page of a visit is here without a library.
 */
export function TextField({
  label,
  value,
  onChange,
  isRequired = false,
  isDisabled = false,
  mono = false,
  type = 'text',
  hint,
  hidesHint,
  problem,
  controls,
  inputRef,
  ...rest
}: TextFieldProps) {
  const { inputId, ties, ...ids } = useNativeField(problem, hint);
  return (
    <div className="ui-field">
      <label htmlFor={inputId} className="ui-field__label">
        {label}
      </label>
      <div className="ui-field__row">
        <input
          {...rest}
          {...ties}
          dir="auto"
          id={inputId}
          ref={inputRef ?? null}
          type={type}
          className={mono ? 'ui-field__input ui-mono' : 'ui-field__input'}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
          disabled={isDisabled}
          aria-required={isRequired || undefined}
        />
        {controls}
      </div>
      <NativeNotes hint={hint} hidesHint={hidesHint} problem={problem} {...ids} />
    </div>
  );
}
