import { lazy, Suspense, useEffect } from 'react';
import type { SelectionBarProps } from './SelectionBar.tsx';

const fetchSelectionBar = () => import('./SelectionBar.tsx');
const SelectionBar = lazy(async () => ({ default: (await fetchSelectionBar()).SelectionBar }));

/** What one can do with what is chosen: fetched once there is something to choose, so that it is here when something is chosen. */
export function SelectionBarLater({ isWanted, ...bar }: SelectionBarProps & { readonly isWanted: boolean }) {
  useEffect(() => {
    if (isWanted) void fetchSelectionBar().catch(() => undefined);
  }, [isWanted]);
  if (bar.selection.ids.size === 0) return null;
  return (
    <Suspense fallback={null}>
      <SelectionBar {...bar} />
    </Suspense>
  );
}
