import type { ReactNode } from 'react';
import './feedback.css';

export interface EmptyStateProps {
  readonly title: string;
  /** The thing itself: a picture, a sample, something to press. */
  readonly figure?: ReactNode;
  readonly children?: ReactNode;
  /** It is all there is on the page, so that its title is the page's. */
  readonly isPage?: boolean;
}

/** A place that has nothing yet, showing what it will hold and how to begin. */
export function EmptyState({ title, figure, children, isPage = false }: EmptyStateProps) {
  const Title = isPage ? 'h1' : 'h2';
  return (
    <div className="ui-empty">
      {figure}
      <Title className="ui-empty__title">{title}</Title>
      {children}
    </div>
  );
}
