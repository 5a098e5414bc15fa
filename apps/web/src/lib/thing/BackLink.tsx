import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from '../way/index.ts';
import type { AnyWay } from '../way/index.ts';
import './thing.css';

interface BackLinkOptions {
  readonly children: ReactNode;
  /** The language of its words where they are the title of something that has one. */
  readonly language?: string;
}

/** The way back from a thing to where it hangs. */
export function BackLink({ children, language, ...way }: AnyWay & BackLinkOptions) {
  return (
    <Link {...way} className="back-link">
      <ArrowLeft size={16} strokeWidth={1.5} aria-hidden />
      <span lang={language}>{children}</span>
    </Link>
  );
}
