import { EmptyState } from '@modu/ui';
import type { ReactNode } from 'react';
import { PageTitle } from './PageTitle.tsx';
import './missing.css';

export interface MissingProps {
  readonly title: string;
  /** What may have become of it. */
  readonly words?: string;
  /** The way back, a link. */
  readonly children?: ReactNode;
}

/** A page whose thing is not there, or not for the viewer: an empty frame, what it means, and a way on. */
export function Missing({ title, words, children }: MissingProps) {
  return (
    <div className="missing">
      <PageTitle>{title}</PageTitle>
      <EmptyState isPage title={title} figure={<EmptyFrame />}>
        {words !== undefined && <p>{words}</p>}
        {children}
      </EmptyState>
    </div>
  );
}

/** A frame that hangs askew with nothing in it. */
export function EmptyFrame() {
  return (
    <svg
      width="180"
      height="130"
      viewBox="0 0 180 130"
      fill="none"
      stroke="var(--n8)"
      strokeWidth="1.5"
      aria-hidden="true"
    >
      <path d="M90 6v22" />
      <circle cx="90" cy="5" r="2.5" fill="var(--accent)" stroke="none" />
      <rect x="34" y="28" width="112" height="84" rx="1.5" transform="rotate(-4 90 28)" />
    </svg>
  );
}
