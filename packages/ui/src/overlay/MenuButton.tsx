import { lazy, Suspense, useId, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import type { ButtonVariant } from '../button/Button.tsx';
import '../button/button.css';
import type { MenuAction, MenuPlacement } from './menu-action.ts';

const load = () => import('./OpenedMenu.tsx');
const OpenedMenu = lazy(async () => ({ default: (await load()).OpenedMenu }));

export interface MenuButtonProps {
  /** What it opens: the words on it, or its name when it has only an icon. */
  readonly label: string;
  readonly icon?: ReactNode;
  readonly hidesLabel?: boolean;
  /** `bare` leaves its look to `className`. */
  readonly variant?: ButtonVariant | 'bare';
  readonly groups: readonly (readonly MenuAction[])[];
  readonly placement?: MenuPlacement;
  readonly className?: string | undefined;
}

/**
 * A button with a menu whose script is fetched when it is first wanted, for pages that must be here at once; elsewhere `Menu`. Pointing
 * at it or coming to it by keyboard is enough to fetch it.
 */
export function MenuButton(props: MenuButtonProps) {
  const { label, icon, hidesLabel = false, variant = 'outline', groups, placement = 'bottom end', className } = props;
  const isBare = variant === 'bare';
  const id = useId();
  const ref = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [wasOpened, setOpened] = useState(false);
  const open = () => {
    setOpened(true);
    setOpen(true);
  };
  const fetchAhead = () => void load().catch(() => undefined);
  return (
    <>
      <button
        ref={ref}
        id={id}
        type="button"
        className={classNames(!isBare && 'ui-button', hidesLabel && 'ui-button--icon', className)}
        {...(isBare ? {} : { 'data-variant': hidesLabel ? 'quiet' : variant, 'data-size': 'normal' })}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        {...(hidesLabel ? { 'aria-label': label, title: label } : {})}
        onPointerEnter={fetchAhead}
        onFocus={fetchAhead}
        onClick={() => (isOpen ? setOpen(false) : open())}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
          event.preventDefault();
          open();
        }}
      >
        {icon}
        {!hidesLabel && (isBare ? label : <span className="ui-button__words">{label}</span>)}
      </button>
      {wasOpened && (
        <Suspense fallback={null}>
          <OpenedMenu
            triggerRef={ref}
            triggerId={id}
            groups={groups}
            placement={placement}
            isOpen={isOpen}
            onOpenChange={setOpen}
          />
        </Suspense>
      )}
    </>
  );
}
