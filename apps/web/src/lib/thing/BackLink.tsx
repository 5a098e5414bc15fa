import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from '../way/index.ts';
import type { AnyWay } from '../way/index.ts';
import './thing.css';

/** The way back from a thing to where it hangs. */
export function BackLink({ children, ...way }: AnyWay & { readonly children: ReactNode }) {
  return (
    <Link {...way} className="back-link">
      <ArrowLeft size={16} strokeWidth={1.5} aria-hidden />
      {children}
    </Link>
  );
}
