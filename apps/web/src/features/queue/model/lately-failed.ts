const KEPT_MAX = 8;

/** Jobs that failed while the viewer was here. They stay in the tray until they are dismissed, so that no failure slips by. */
export function createLatelyFailed() {
  let ids: readonly string[] = [];
  const listeners = new Set<() => void>();
  const become = (next: readonly string[]) => {
    ids = next;
    for (const listener of listeners) listener();
  };
  return {
    list: () => ids,
    add: (jobId: string) => become([...ids.filter((id) => id !== jobId), jobId].slice(-KEPT_MAX)),
    dismiss: (jobId: string) => become(ids.filter((id) => id !== jobId)),
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Those of this tab. */
export const latelyFailed = createLatelyFailed();
