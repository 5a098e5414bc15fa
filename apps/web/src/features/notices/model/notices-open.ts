/** Whether the list of notifications is open: opened from the rail and, on a phone, from the account. */
function createOpenState() {
  let isOpen = false;
  const listeners = new Set<() => void>();
  return {
    isOpen: (): boolean => isOpen,
    set: (next: boolean): void => {
      isOpen = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** That of this tab. */
export const noticesOpen = createOpenState();
