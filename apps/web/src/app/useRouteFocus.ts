import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';

/**
 * After a change of page, puts focus on the work, so that a screen reader reads the new page and Tab starts in it. The first
 * page keeps the browser's own focus.
 */
export function useRouteFocus(): void {
  const router = useRouter();
  useEffect(
    () =>
      router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
        if (fromLocation === undefined || !pathChanged) return;
        document.getElementById('work')?.focus({ preventScroll: true });
      }),
    [router],
  );
}
