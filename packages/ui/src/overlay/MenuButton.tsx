import type { OpenedMenuProps } from './OpenedMenu.tsx';
import { opensLater } from './opens-later.tsx';
import { OverlayButton } from './OverlayButton.tsx';
import type { OverlayButtonProps } from './OverlayButton.tsx';
import type { MenuAction, MenuPlacement } from './menu-action.ts';

const load = () => import('./OpenedMenu.tsx');
const OpenedMenu = opensLater<OpenedMenuProps>(async () => (await load()).OpenedMenu);

export interface MenuButtonProps extends Pick<
  OverlayButtonProps,
  'label' | 'icon' | 'hidesLabel' | 'variant' | 'className'
> {
  readonly groups: readonly (readonly MenuAction[])[];
  readonly placement?: MenuPlacement;
}

/** A button with a menu that is fetched when it is first wanted, for pages that must be here at once; elsewhere `Menu`. */
export function MenuButton({ groups, placement = 'bottom end', ...button }: MenuButtonProps) {
  return (
    <OverlayButton
      {...button}
      popup="menu"
      load={load}
      opened={(at) => <OpenedMenu {...at} groups={groups} placement={placement} />}
    />
  );
}
