import { lazy, Suspense } from 'react';
import { useTrayJobs } from '../hooks/useTrayJobs.ts';

const TrayJobs = lazy(async () => ({ default: (await import('./TrayJobs.tsx')).TrayJobs }));

/** The tray at the bottom edge of every page; nothing, and no script, when all is well. */
export function JobTray() {
  const { failed, active } = useTrayJobs();
  if (failed.length + active.length === 0) return null;
  return (
    <Suspense fallback={null}>
      <TrayJobs failed={failed} active={active} />
    </Suspense>
  );
}
