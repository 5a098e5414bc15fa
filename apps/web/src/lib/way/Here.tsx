import { startTransition, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { takeWishForTop } from './going.ts';
import { HereContext, readHere } from './here-context.ts';

/** What a browser tells of when the address changes; those of the history are told by wouter. */
const CHANGES = ['popstate', 'pushState', 'replaceState', 'hashchange'] as const;

export interface HereProps {
  /** A path whose page may be drawn in small steps, between which the browser answers. */
  readonly isInSteps: (pathname: string) => boolean;
  readonly children: ReactNode;
}

/**
 * Where one is, as the pages know it. A way from page to page is drawn as a transition: the one that is left keeps its address until
 * the next one stands, and the browser paints and answers meanwhile. Links know the address as it is, so that the press is seen at once.
 */
export function Here({ isInSteps, children }: HereProps) {
  const [here, setHere] = useState(readHere);
  const first = useRef(here);
  const latest = useRef(here);
  useEffect(() => {
    const onChange = () => {
      const next = readHere();
      const before = latest.current;
      // Search and hash are read as they are, and kept for when the page is left.
      if (next.pathname === before.pathname) return void Object.assign(before, next);
      latest.current = next;
      const change = () => setHere(next);
      if (isInSteps(before.pathname) && isInSteps(next.pathname)) startTransition(change);
      else flushSync(change);
    };
    onChange();
    for (const name of CHANGES) window.addEventListener(name, onChange);
    return () => {
      for (const name of CHANGES) window.removeEventListener(name, onChange);
    };
  }, [isInSteps]);
  useLayoutEffect(() => {
    if (takeWishForTop() && here !== first.current) window.scrollTo(0, 0);
  }, [here]);
  return <HereContext value={here}>{children}</HereContext>;
}
