import { Search, X } from 'lucide-react';
import { useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { classNames } from '../class-names.ts';
import { useNativeField } from './useNativeField.ts';
import './field.css';
import './search-field.css';

export interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Enter; for searches that should not run at every letter. */
  readonly onSubmit?: (value: string) => void;
  readonly placeholder?: string;
  readonly hidesLabel?: boolean;
  readonly autoFocus?: boolean;
}

/** Words to look for. Escape and the cross empty it. The browser's own input, as a text field is. */
export function SearchField(props: SearchFieldProps) {
  const { label, value, onChange, onSubmit, placeholder, hidesLabel, autoFocus = false } = props;
  const { inputId } = useNativeField(undefined);
  const input = useRef<HTMLInputElement>(null);
  const clear = () => {
    onChange('');
    input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // A letter of Hangul is put together with Enter and Escape of its own.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && onSubmit !== undefined) {
      event.preventDefault();
      onSubmit(value);
    }
    if (event.key !== 'Escape' || value === '') return;
    event.preventDefault();
    event.stopPropagation();
    clear();
  };
  return (
    <div className="ui-field ui-search" data-empty={value === '' || undefined}>
      <label htmlFor={inputId} className={classNames('ui-field__label', hidesLabel && 'ui-hidden')}>
        {label}
      </label>
      <div className="ui-field__row">
        <Search size={16} strokeWidth={1.5} aria-hidden className="ui-search__icon" />
        <input
          id={inputId}
          ref={input}
          type="search"
          dir="auto"
          className="ui-field__input ui-search__input"
          value={value}
          placeholder={placeholder}
          autoFocus={autoFocus}
          onChange={(event) => onChange(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        {/* For the pointer: by keyboard and with a screen reader Escape does it, and the field itself is at hand. */}
        <button type="button" className="ui-search__clear" tabIndex={-1} aria-hidden onClick={clear}>
          <X size={16} strokeWidth={1.5} aria-hidden />
        </button>
      </div>
    </div>
  );
}
