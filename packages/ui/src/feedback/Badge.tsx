import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import './badge.css';

export interface BadgeProps {
  /** `plain` has no icon; every other tone has one, so that colour is never alone. */
  readonly tone?: 'plain' | 'info' | 'positive' | 'caution' | 'negative';
  readonly children: ReactNode;
}

const ICONS = { info: Info, positive: CircleCheck, caution: TriangleAlert, negative: CircleAlert } as const;

/** One or two words of state beside a thing. */
export function Badge({ tone = 'plain', children }: BadgeProps) {
  const Icon = tone === 'plain' ? null : ICONS[tone];
  return (
    <span className="ui-badge" data-tone={tone}>
      {Icon !== null && <Icon size={12} strokeWidth={2} aria-hidden />}
      {children}
    </span>
  );
}
