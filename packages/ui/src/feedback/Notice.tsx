import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import './feedback.css';

export type NoticeTone = 'info' | 'positive' | 'caution' | 'negative';

export interface NoticeProps {
  readonly tone: NoticeTone;
  readonly children: ReactNode;
  /** A button that does what the sentence suggests. */
  readonly action?: ReactNode;
}

const ICONS = { info: Info, positive: CircleCheck, caution: TriangleAlert, negative: CircleAlert } as const;

/** A sentence about what happened, with an icon so that colour is never alone; problems are announced as alerts. */
export function Notice({ tone, children, action }: NoticeProps) {
  return (
    <div className="ui-notice" data-tone={tone} role={tone === 'negative' ? 'alert' : 'status'}>
      <NoticeIcon tone={tone} />
      <div className="ui-notice__words">{children}</div>
      {action}
    </div>
  );
}

/** The icon of a tone, where colour alone would not be enough. */
export function NoticeIcon({ tone }: { readonly tone: NoticeTone }) {
  const Icon = ICONS[tone];
  return <Icon size={16} strokeWidth={1.5} aria-hidden />;
}
