import type { ReactNode } from 'react';
import './feedback.css';

export interface EmptyStateProps {
  readonly title: string;
  /** The thing itself: a picture, a sample, something to press. */
  readonly figure?: ReactNode;
  readonly children?: ReactNode;
}

/** A place that has nothing yet, showing what it will hold and how to begin. */
export function EmptyState({ title, figure, children }: EmptyStateProps) {
  return (
    <div className="ui-empty">
      {figure}
      <h2 className="ui-empty__title">{title}</h2>
      {children}
    </div>
  );
}
