import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useLocale } from '../language/index.ts';
import { Link } from '../way/index.ts';
import type { AnyWay } from '../way/index.ts';
import './thing.css';

export interface ThingRowProps {
  readonly icon: LucideIcon;
  readonly title: string;
  /** The language of the title where it is known. */
  readonly language?: string;
  /** What else is known of it; what is not known is left out. */
  readonly facts: readonly (string | null | false)[];
  readonly way: AnyWay;
  /** What is going on with it, below. */
  readonly children?: ReactNode;
}

/** One thing in a list of its like: its name, what is known of it, and the way there. */
export function ThingRow({ icon: Icon, title, language, facts, way, children }: ThingRowProps) {
  return (
    <li>
      <Link {...way} className="thing-row">
        <Icon size={20} strokeWidth={1.5} aria-hidden />
        <span className="thing-row__title" lang={language}>
          {title}
        </span>
        {/* Who hears the link hears where its name ends. */}
        <span className="ui-hidden">, </span>
        <span className="thing-note ui-figures">{facts.filter(Boolean).join(' · ')}</span>
      </Link>
      {children}
    </li>
  );
}

/** How a list of things says days and names of languages. */
export function useFactWords() {
  const locale = useLocale();
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  const languages = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' });
  return {
    day: (at: string) => days.format(new Date(at)),
    language: (code: string) => languages.of(code) ?? code,
  };
}
