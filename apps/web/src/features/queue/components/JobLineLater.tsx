import { lazy, Suspense } from 'react';
import type { JobLineProps } from './JobLine.tsx';

const Line = lazy(async () => ({ default: (await import('./JobLine.tsx')).JobLine }));

/** The line of a job, for pages of other parts: every page loads the index of the queue, and few show such a line. */
export function JobLineLater(props: JobLineProps) {
  return (
    <Suspense fallback={null}>
      <Line {...props} />
    </Suspense>
  );
}
