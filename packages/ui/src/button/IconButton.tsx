import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import type { ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import { TooltipTrigger } from 'react-aria-components/Tooltip';
import { classNames } from '../class-names.ts';
import { NameTooltip } from './NameTooltip.tsx';
import { TOOLTIP_CLOSE_MS } from './tooltip-delay.ts';
import './button.css';

export interface IconButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style' | 'aria-label'> {
  /** What it does: the accessible name, and the tooltip for those who see the icon. */
  readonly label: string;
  readonly icon: ReactNode;
  readonly className?: string | undefined;
}

/** A square button with an icon; its name shows as a tooltip on hover and on focus. */
export function IconButton({ label, icon, className, ...rest }: IconButtonProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={TOOLTIP_CLOSE_MS}>
      <AriaButton
        {...rest}
        aria-label={label}
        render={(button) => <button {...button} aria-describedby={rest['aria-describedby']} />}
        className={classNames('ui-button', 'ui-button--icon', className)}
        data-variant="quiet"
      >
        {icon}
      </AriaButton>
      <NameTooltip name={label} />
    </TooltipTrigger>
  );
}
