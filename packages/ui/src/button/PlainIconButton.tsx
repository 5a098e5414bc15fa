import type { ReactNode, Ref } from 'react';
import { classNames } from '../class-names.ts';
import './button.css';

export interface PlainIconButtonProps {
  /** What it does: the accessible name, and what the browser shows on hover. */
  readonly label: string;
  readonly icon: ReactNode;
  readonly onPress: () => void;
  /** Its work is under way: it keeps focus, and pressing it again does nothing. */
  readonly isPending?: boolean;
  readonly isDisabled?: boolean;
  /** Given, the button stays down while it is true. */
  readonly isSelected?: boolean;
  readonly className?: string | undefined;
  readonly buttonRef?: Ref<HTMLButtonElement>;
}

/** A square button as the browser makes it, for pages that must be here at once; elsewhere `IconButton` and `IconToggle`. */
export function PlainIconButton(props: PlainIconButtonProps) {
  const { label, icon, onPress, isPending = false, isDisabled = false, isSelected, className, buttonRef } = props;
  return (
    <button
      ref={buttonRef ?? null}
      type="button"
      className={classNames('ui-button', 'ui-button--icon', className)}
      data-variant="quiet"
      data-selected={isSelected || undefined}
      data-pending={isPending || undefined}
      aria-disabled={isPending || undefined}
      aria-pressed={isSelected}
      aria-label={label}
      title={label}
      disabled={isDisabled}
      onClick={isPending ? undefined : onPress}
    >
      {icon}
    </button>
  );
}
