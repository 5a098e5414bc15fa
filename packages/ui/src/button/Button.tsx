import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import type { ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import { classNames } from '../class-names.ts';
import './button.css';

export type ButtonVariant = 'primary' | 'outline' | 'quiet' | 'danger';

export interface ButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style'> {
  /** One `primary` a page: it is the persimmon one. */
  readonly variant?: ButtonVariant;
  readonly size?: 'normal' | 'large';
  readonly icon?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string | undefined;
}

/** A button with words on it. The words are a verb. */
export function Button({ variant = 'outline', size = 'normal', icon, children, className, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={classNames('ui-button', className)} data-variant={variant} data-size={size}>
      {icon}
      <span className="ui-button__words">{children}</span>
    </AriaButton>
  );
}
