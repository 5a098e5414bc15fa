import type { ReactNode } from 'react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { TooltipTrigger } from 'react-aria-components/Tooltip';
import { NameTooltip } from './NameTooltip.tsx';
import { TOOLTIP_CLOSE_MS } from './tooltip-delay.ts';
import './button.css';

export interface IconToggleProps {
  /** Stays the same in both states; being pressed says the rest. */
  readonly label: string;
  readonly icon: ReactNode;
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
}

/** A square button that stays down. */
export function IconToggle({ label, icon, isSelected, onChange }: IconToggleProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={TOOLTIP_CLOSE_MS}>
      <ToggleButton
        aria-label={label}
        render={(button) => <button {...button} aria-describedby={undefined} />}
        isSelected={isSelected}
        onChange={onChange}
        className="ui-button ui-button--icon"
        data-variant="quiet"
      >
        {icon}
      </ToggleButton>
      <NameTooltip name={label} />
    </TooltipTrigger>
  );
}
