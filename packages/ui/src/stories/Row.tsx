import type { ReactNode } from 'react';

/** Several states of one component side by side. */
export function Row({ children, column = false }: { readonly children: ReactNode; readonly column?: boolean }) {
  return <div className={column ? 'story-column' : 'story-row'}>{children}</div>;
}
