import type { ReactNode } from 'react';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import './overlay.css';

export interface FlyoutProps {
  /** Names the panel for assistive technology. */
  readonly label: string;
  /** A React Aria button; it gets aria-expanded and aria-haspopup from here. */
  readonly trigger: ReactNode;
  readonly placement?: 'right bottom' | 'top end' | 'bottom end' | 'top';
  /** The panel's content; `close` puts focus back on the trigger. */
  readonly children: (close: () => void) => ReactNode;
}

/** A small panel beside its button, for controls that are wanted now and then. */
export function Flyout({ label, trigger, placement = 'bottom end', children }: FlyoutProps) {
  return (
    <DialogTrigger>
      {trigger}
      <Popover className="ui-popover" placement={placement} offset={8}>
        <Dialog aria-label={label} className="ui-flyout">
          {({ close }) => children(close)}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
