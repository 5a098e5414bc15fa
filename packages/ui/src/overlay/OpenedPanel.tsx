import type { ReactNode } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import type { OpenedAt } from './OverlayButton.tsx';
import { Sheet } from './Sheet.tsx';
import './overlay.css';

export interface PanelFrameProps extends OpenedAt {
  readonly title: string;
  readonly closeLabel: string;
  readonly placement?: 'bottom start' | 'bottom end';
  /** Comes up from the lower edge instead of hanging on its button. */
  readonly isSheet?: boolean;
  readonly children: ReactNode;
}

/** The panel of a `PanelButton`, fetched when it is first opened. Escape closes it, and focus returns. */
export function OpenedPanel(props: PanelFrameProps) {
  const { triggerRef, isOpen, onOpenChange, title, closeLabel, placement = 'bottom end', isSheet, children } = props;
  if (isSheet) {
    return (
      <Sheet title={title} closeLabel={closeLabel} isOpen={isOpen} onOpenChange={onOpenChange}>
        {children}
      </Sheet>
    );
  }
  return (
    <Popover
      className="ui-popover ui-panel"
      triggerRef={triggerRef}
      placement={placement}
      offset={4}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
    >
      <Dialog aria-label={title} className="ui-panel__frame">
        {children}
      </Dialog>
    </Popover>
  );
}
