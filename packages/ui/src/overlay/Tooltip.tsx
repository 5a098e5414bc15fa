import type { ReactNode } from 'react';
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components/Tooltip';
import { TOOLTIP_CLOSE_MS } from '../button/tooltip-delay.ts';
import '../button/button.css';

export interface TooltipProps {
  /** A short sentence that helps; never the only place where something needed is said. */
  readonly words: string;
  /** A button or link of React Aria. */
  readonly children: ReactNode;
  readonly placement?: 'top' | 'bottom' | 'start' | 'end';
}

/** Words beside a control on hover and on focus; Escape hides them. */
export function Tooltip({ words, children, placement = 'top' }: TooltipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={TOOLTIP_CLOSE_MS}>
      {children}
      <AriaTooltip offset={6} placement={placement} className="ui-tooltip">
        {words}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
