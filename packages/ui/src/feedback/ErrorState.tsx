import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import './feedback.css';

export interface ErrorStateProps {
  /** What happened, in the person's words. */
  readonly title: string;
  /** What to do next. */
  readonly children?: ReactNode;
  /** "Try again" and the like. */
  readonly action?: ReactNode;
  /** "Trace id 7f3a…", to quote; absent for what is no fault of ours. */
  readonly trace?: ReactNode;
  /** It is all there is on the page, so that its title is the page's. */
  readonly isPage?: boolean;
}

/** A place whose content could not be shown: what happened, what to do, the id to quote. Announced when it appears. */
export function ErrorState({ title, children, action, trace, isPage = false }: ErrorStateProps) {
  const Title = isPage ? 'h1' : 'h2';
  return (
    <div className="ui-empty ui-error" role="alert">
      <CircleAlert size={20} strokeWidth={1.5} aria-hidden className="ui-error__icon" />
      <Title className="ui-empty__title">{title}</Title>
      {children}
      {action}
      {trace !== undefined && <p className="ui-error__trace ui-mono">{trace}</p>}
    </div>
  );
}
