import type { KeyboardEvent, Ref } from 'react';
import { classNames } from '../class-names.ts';
import { NativeNotes } from './NativeNotes.tsx';
import { useNativeField } from './useNativeField.ts';
import './field.css';

export interface TextAreaProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
  /** Of what is written in it, where it is known; the label speaks the page's. */
  readonly language?: string | undefined;
  readonly rows?: number;
  /** A sentence under the field. */
  readonly hint?: string | undefined;
  /** It is read out but not shown: a limit that few come near. */
  readonly hidesHint?: boolean;
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
  hint,
  hidesHint,
  problem,
  hidesLabel,
  look = 'boxed',
  rows = 2,
  placeholder,
  language,
  areaRef,
  onKeyDown,
  value,
  onChange,
}: TextAreaProps) {
  const { inputId, ties, ...ids } = useNativeField(problem, hint);
  return (
    <div className="ui-field" data-look={look}>
      <label htmlFor={inputId} className={classNames('ui-field__label', hidesLabel && 'ui-hidden')}>
        {label}
      </label>
      <textarea
        {...ties}
        // Somebody who writes from right to left writes from the right edge.
        dir="auto"
        lang={language}
        id={inputId}
        ref={areaRef ?? null}
        rows={rows}
        className="ui-field__input ui-field__area"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        placeholder={placeholder}
        onKeyDown={onKeyDown}
      />
      <NativeNotes hint={hint} hidesHint={hidesHint} problem={problem} {...ids} />
    </div>
  );
}
