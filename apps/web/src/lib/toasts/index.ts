import type { ToastContent } from '@modu/ui';

const listeners = new Set<() => void>();
let isWanted = false;

/** Whether this visit has seen a toast yet: until then the region and its components are not fetched. */
export const toastsWanted = {
  get: (): boolean => isWanted,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

/** Says briefly, on any page, that something was done or went wrong elsewhere; what it gives takes the toast back. */
export async function toast(content: ToastContent): Promise<() => void> {
  const { showToast } = await import('./region.ts');
  const takeBack = showToast(content);
  isWanted = true;
  for (const listener of listeners) listener();
  return takeBack;
}
