import { useEffect, useLayoutEffect, useRef } from 'react';
import { focusWork } from '../lib/screen/focus-work.ts';
import { usePathname } from '../lib/way/index.ts';

/**
 * After a change of page, puts focus on the work, so that a screen reader reads the new page and Tab starts in it. The first
 * page keeps the browser's own focus. In the same frame as the page: later it would take away what somebody focused in it.
 */
export function useRouteFocus(): void {
  const pathname = usePathname();
  const before = useRef(pathname);
  useLayoutEffect(() => {
    if (before.current !== pathname) focusWork();
  }, [pathname]);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    // A dialog that the way began in keeps the page out of reach until it has tidied up, which is done by now.
    if (document.activeElement === document.body) focusWork();
  }, [pathname]);
}
