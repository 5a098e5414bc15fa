import type { ReactNode } from 'react';
import { Switch as AriaSwitch } from 'react-aria-components/Switch';
import './mark.css';

export interface SwitchProps {
  readonly children: ReactNode;
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly isDisabled?: boolean;
  readonly note?: string;
}

/** Turns something on or off at once. */
export function Switch({ children, isSelected, onChange, isDisabled = false, note }: SwitchProps) {
  return (
    <AriaSwitch isSelected={isSelected} onChange={onChange} isDisabled={isDisabled} className="ui-mark ui-mark--switch">
      <span className="ui-mark__words">
        {children}
        {note !== undefined && <span className="ui-mark__note">{note}</span>}
      </span>
      <span className="ui-switch" aria-hidden />
    </AriaSwitch>
  );
}
