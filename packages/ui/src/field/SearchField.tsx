import { Search, X } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { SearchField as AriaSearchField } from 'react-aria-components/SearchField';
import { classNames } from '../class-names.ts';
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

/** Words to look for. Escape and the cross empty it. */
export function SearchField(props: SearchFieldProps) {
  const { label, value, onChange, onSubmit, placeholder, hidesLabel, autoFocus = false } = props;
  return (
    <AriaSearchField
      className="ui-field ui-search"
      value={value}
      onChange={onChange}
      autoFocus={autoFocus}
      {...(onSubmit === undefined ? {} : { onSubmit })}
    >
      <Label className={classNames('ui-field__label', hidesLabel && 'ui-hidden')}>{label}</Label>
      <div className="ui-field__row">
        <Search size={16} strokeWidth={1.5} aria-hidden className="ui-search__icon" />
        <Input className="ui-field__input ui-search__input" {...(placeholder === undefined ? {} : { placeholder })} />
        <Button className="ui-search__clear">
          <X size={16} strokeWidth={1.5} aria-hidden />
        </Button>
      </div>
    </AriaSearchField>
  );
}
