import { Suspense, useId, useRef, useState } from 'react';
import type { ReactNode, RefObject } from 'react';
import { classNames } from '../class-names.ts';
import type { ButtonVariant } from '../button/Button.tsx';
import '../button/button.css';

/** What hangs on a button and where. */
export interface OpenedAt {
  readonly triggerRef: RefObject<HTMLButtonElement | null>;
  readonly triggerId: string;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

export interface OverlayButtonProps {
  /** What it opens: the words on it, or its name when it has only an icon. */
  readonly label: string;
  readonly icon?: ReactNode;
  readonly hidesLabel?: boolean;
  /** `bare` leaves its look to `className`. */
  readonly variant?: ButtonVariant | 'bare';
  readonly className?: string | undefined;
  /** Behind the words on it. */
  readonly mark?: ReactNode;
  readonly popup: 'menu' | 'dialog';
  /** Fetches the script of what it opens. */
  readonly load: () => Promise<unknown>;
  /** What it opens; may be a component that is still to come. */
  readonly opened: (at: OpenedAt) => ReactNode;
}

/** A button whose overlay is fetched when it is first wanted: pointing at it or coming to it by keyboard is enough. */
export function OverlayButton(props: OverlayButtonProps) {
  const { label, icon, hidesLabel = false, variant = 'outline', className, mark, popup, load, opened } = props;
  const isBare = variant === 'bare';
  const triggerId = useId();
  const triggerRef = useRef<HTMLButtonElement>(null);
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
        ref={triggerRef}
        id={triggerId}
        type="button"
        className={classNames(!isBare && 'ui-button', hidesLabel && 'ui-button--icon', className)}
        {...(isBare ? {} : { 'data-variant': hidesLabel ? 'quiet' : variant, 'data-size': 'normal' })}
        aria-haspopup={popup}
        aria-expanded={isOpen}
        {...(hidesLabel ? { 'aria-label': label, title: label } : {})}
        onPointerEnter={fetchAhead}
        onFocus={fetchAhead}
        onClick={() => (isOpen ? setOpen(false) : open())}
        onKeyDown={(event) => {
          // While it is still to come, focus is here; once it is there, Escape is its own.
          if (isOpen && event.key === 'Escape') {
            event.stopPropagation();
            setOpen(false);
          }
          if (popup !== 'menu' || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
          event.preventDefault();
          open();
        }}
      >
        {icon}
        {!hidesLabel && (isBare ? label : <span className="ui-button__words">{label}</span>)}
        {mark}
      </button>
      {wasOpened && (
        <Suspense fallback={null}>{opened({ triggerRef, triggerId, isOpen, onOpenChange: setOpen })}</Suspense>
      )}
    </>
  );
}
