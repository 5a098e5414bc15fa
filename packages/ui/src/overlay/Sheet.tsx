import { Panel } from './Panel.tsx';
import type { PanelProps } from './Panel.tsx';

export type SheetProps = PanelProps;

/** A panel that comes up from the lower edge on small screens; Escape, the veil and the cross close it, focus returns. */
export function Sheet(props: SheetProps) {
  return <Panel {...props} place="bottom" />;
}
