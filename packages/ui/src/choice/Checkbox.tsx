import { Check, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox } from 'react-aria-components/Checkbox';
import './mark.css';

export interface CheckboxProps {
  readonly children: ReactNode;
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  /** Some of what it stands for are chosen. */
  readonly isMixed?: boolean;
  readonly isDisabled?: boolean;
  /** A quieter line under the words. */
  readonly note?: string;
}

/** Yes or no for something that is sent later; a Switch is for what changes at once. */
export function Checkbox({ children, isSelected, onChange, isMixed = false, isDisabled = false, note }: CheckboxProps) {
  return (
    <AriaCheckbox
      isSelected={isSelected}
      isIndeterminate={isMixed}
      isDisabled={isDisabled}
      onChange={onChange}
      className="ui-mark"
    >
      <span className="ui-mark__box" aria-hidden>
        {isMixed ? <Minus size={12} strokeWidth={3} /> : <Check size={12} strokeWidth={3} />}
      </span>
      <span className="ui-mark__words">
        {children}
        {note !== undefined && <span className="ui-mark__note">{note}</span>}
      </span>
    </AriaCheckbox>
  );
}
