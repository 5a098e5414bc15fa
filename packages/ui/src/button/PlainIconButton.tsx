import type { ReactNode, Ref } from 'react';
import { classNames } from '../class-names.ts';
import './button.css';

export interface PlainIconButtonProps {
  /** What it does: the accessible name, and what the browser shows on hover. */
  readonly label: string;
  readonly icon: ReactNode;
  readonly onPress: () => void;
  /** Given, the button stays down while it is true. */
  readonly isSelected?: boolean;
  readonly className?: string | undefined;
  readonly buttonRef?: Ref<HTMLButtonElement>;
}

/** A square button as the browser makes it, for pages that must be here at once; elsewhere `IconButton` and `IconToggle`. */
export function PlainIconButton({ label, icon, onPress, isSelected, className, buttonRef }: PlainIconButtonProps) {
  return (
    <button
      ref={buttonRef ?? null}
      type="button"
      className={classNames('ui-button', 'ui-button--icon', className)}
      data-variant="quiet"
      data-selected={isSelected || undefined}
      aria-pressed={isSelected}
      aria-label={label}
      title={label}
      onClick={onPress}
    >
      {icon}
    </button>
  );
}
