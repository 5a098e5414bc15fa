import { Panel } from './Panel.tsx';
import type { PanelProps } from './Panel.tsx';

export type DrawerProps = PanelProps;

/** A tall panel at the end of the page for something long; on a phone it takes the whole width. */
export function Drawer({ children, ...panel }: DrawerProps) {
  return (
    <Panel {...panel} place="end">
      <div className="ui-dialog__body">{children}</div>
    </Panel>
  );
}
