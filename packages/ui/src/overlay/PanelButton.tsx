import type { ReactNode } from 'react';
import { opensLater } from './opens-later.tsx';
import { OverlayButton } from './OverlayButton.tsx';
import type { OverlayButtonProps } from './OverlayButton.tsx';
import type { PanelFrameProps } from './OpenedPanel.tsx';

const load = () => import('./OpenedPanel.tsx');
const OpenedPanel = opensLater<PanelFrameProps>(async () => (await load()).OpenedPanel);

export interface PanelButtonProps
  extends
    Pick<OverlayButtonProps, 'label' | 'icon' | 'hidesLabel' | 'mark'>,
    Pick<PanelFrameProps, 'title' | 'closeLabel' | 'placement' | 'isSheet'> {
  /** Fetches the script of what is in it, where that comes later too. */
  readonly onForesee?: () => Promise<unknown>;
  readonly children: ReactNode;
}

/**
 * A button with a panel of controls that change the page at once, which stays in sight beside it; on a phone they come up from the lower
 * edge. Fetched when it is first wanted.
 */
export function PanelButton(props: PanelButtonProps) {
  const { title, closeLabel, placement = 'bottom end', isSheet = false, onForesee, children, ...button } = props;
  return (
    <OverlayButton
      {...button}
      popup="dialog"
      load={() => Promise.all([load(), onForesee?.()])}
      opened={(at) => (
        <OpenedPanel {...at} title={title} closeLabel={closeLabel} placement={placement} isSheet={isSheet}>
          {children}
        </OpenedPanel>
      )}
    />
  );
}
