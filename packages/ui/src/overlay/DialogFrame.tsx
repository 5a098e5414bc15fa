import type { ReactNode } from 'react';
import { Panel } from './Panel.tsx';
import type { PanelProps } from './Panel.tsx';

export interface DialogProps extends PanelProps {
  readonly size?: 'small' | 'normal' | 'wide';
  /** Buttons at the lower edge, the main one last. */
  readonly footer?: ReactNode;
}

/** One question or one short task before going on. Focus stays inside and returns to where it was; Escape closes. */
export function DialogFrame({ size = 'normal', footer, children, ...panel }: DialogProps) {
  return (
    <Panel {...panel} place="middle" size={size}>
      <div className="ui-dialog__body">{children}</div>
      {footer !== undefined && <footer className="ui-dialog__foot">{footer}</footer>}
    </Panel>
  );
}
