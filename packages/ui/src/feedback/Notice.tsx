import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import { useEffect, useId, useRef } from 'react';
import type { ReactNode } from 'react';
import { announce } from './announcer.ts';
import './feedback.css';

export type NoticeTone = 'info' | 'positive' | 'caution' | 'negative';

export interface NoticeProps {
  readonly tone: NoticeTone;
  readonly children: ReactNode;
  /** A button that does what the sentence suggests. */
  readonly action?: ReactNode;
  /** It was heard already, by another way: here it is to be read. */
  readonly isSaid?: boolean;
}

const ICONS = { info: Info, positive: CircleCheck, caution: TriangleAlert, negative: CircleAlert } as const;

/**
 * A sentence about what happened, with an icon so that colour is never alone. A problem is an alert; anything else is said by the
 * one live region of the page: a status that comes into the page together with its words is not read everywhere.
 */
export function Notice({ tone, children, action, isSaid = false }: NoticeProps) {
  const isAlert = tone === 'negative' && !isSaid;
  const words = useRef<HTMLDivElement>(null);
  const said = useRef('');
  const about = useId();
  // After each drawing: the words are whatever is in there.
  useEffect(() => {
    const sentence = words.current?.textContent.trim() ?? '';
    if (isSaid || isAlert || sentence === said.current) return;
    said.current = sentence;
    announce(sentence, { about });
  });
  return (
    <div className="ui-notice" data-tone={tone} {...(isAlert ? { role: 'alert' } : {})}>
      <NoticeIcon tone={tone} />
      <div ref={words} className="ui-notice__words">
        {children}
      </div>
      {action}
    </div>
  );
}

/** The icon of a tone, where colour alone would not be enough. */
export function NoticeIcon({ tone }: { readonly tone: NoticeTone }) {
  const Icon = ICONS[tone];
  return <Icon size={16} strokeWidth={1.5} aria-hidden />;
}
