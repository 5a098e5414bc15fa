import type { KeyboardEvent, Ref } from 'react';
import { TextField as AriaTextField } from 'react-aria-components/TextField';
import { TextArea as AriaTextArea } from 'react-aria-components/TextArea';
import { Label } from 'react-aria-components/Label';
import { classNames } from '../class-names.ts';
import { FieldNote } from './FieldNote.tsx';
import './field.css';

export interface TextAreaProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
  readonly rows?: number;
  readonly problem?: string | undefined;
  /** The label is read out but not shown; for the prompt, whose place says what it is. */
  readonly hidesLabel?: boolean;
  /** `hero` is the prompt: large, without a box of its own. */
  readonly look?: 'boxed' | 'hero';
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly areaRef?: Ref<HTMLTextAreaElement>;
}

/** Several lines of text; grows with what is written where the browser can (`field-sizing`). */
export function TextArea({
  label,
  problem,
  hidesLabel,
  look = 'boxed',
  rows = 2,
  placeholder,
  areaRef,
  onKeyDown,
  value,
  onChange,
}: TextAreaProps) {
  return (
    <AriaTextField
      value={value}
      onChange={onChange}
      isInvalid={problem !== undefined}
      validationBehavior="aria"
      className="ui-field"
      data-look={look}
    >
      <Label className={classNames('ui-field__label', hidesLabel && 'ui-hidden')}>{label}</Label>
      <AriaTextArea
        ref={areaRef ?? null}
        rows={rows}
        className="ui-field__input ui-field__area"
        {...(placeholder === undefined ? {} : { placeholder })}
        {...(onKeyDown === undefined ? {} : { onKeyDown })}
      />
      <FieldNote problem={problem} />
    </AriaTextField>
  );
}
