import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';

/**
 * After a change of page, puts focus on the work, so that a screen reader reads the new page and Tab starts in it; and
 * names the browser tab after the page's heading. The first page keeps the browser's own focus.
 */
export function useRouteFocus(): void {
  const router = useRouter();
  useEffect(
    () =>
      router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
        const heading = document.querySelector('h1')?.textContent;
        document.title = heading ? `${heading} · Modu Studio` : 'Modu Studio';
        if (fromLocation === undefined || !pathChanged) return;
        document.getElementById('work')?.focus({ preventScroll: true });
      }),
    [router],
  );
}
