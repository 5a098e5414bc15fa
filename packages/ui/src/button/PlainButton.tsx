import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import type { ButtonVariant } from './Button.tsx';
import './button.css';

export interface PlainButtonProps {
  readonly variant?: ButtonVariant;
  readonly size?: 'normal' | 'large';
  readonly type?: 'button' | 'submit';
  readonly icon?: ReactNode;
  /** What it is called when its words alone do not say what it does. */
  readonly label?: string;
  /** Its work is under way: it keeps focus, and pressing it again does nothing. */
  readonly isPending?: boolean;
  readonly isDisabled?: boolean;
  /** Given, it opens and closes a part of the page: whether that is open now, and the part's id. */
  readonly isExpanded?: boolean;
  readonly controls?: string;
  /** The id of words beside it that matter before it is pressed: a price. */
  readonly describedBy?: string;
  readonly onPress?: () => void;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/**
 * The same button as the browser makes it, for pages that must be here at once: signing in, the prompt, an error. A menu, a
 * tooltip or a dialog's slot needs `Button`.
 */
export function PlainButton({
  variant = 'outline',
  size = 'normal',
  type = 'button',
  icon,
  label,
  isPending = false,
  isDisabled = false,
  isExpanded,
  controls,
  describedBy,
  onPress,
  className,
  children,
}: PlainButtonProps) {
  return (
    <button
      type={type}
      aria-label={label}
      aria-expanded={isExpanded}
      aria-describedby={describedBy}
      aria-controls={isExpanded === true ? controls : undefined}
      className={classNames('ui-button', className)}
      data-variant={variant}
      data-size={size}
      data-pending={isPending || undefined}
      aria-disabled={isPending || undefined}
      disabled={isDisabled}
      onClick={(event) => {
        if (isPending) event.preventDefault();
        else onPress?.();
      }}
    >
      {icon}
      <span className="ui-button__words">{children}</span>
    </button>
  );
}
