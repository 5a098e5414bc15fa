/** Whether the queue drawer is open: opened from the rail and from the tray, so it belongs to neither. */
export function createDrawerState() {
  let isOpen = false;
  const listeners = new Set<() => void>();
  return {
    isOpen: () => isOpen,
    set: (next: boolean) => {
      isOpen = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** That of this tab. */
export const drawerState = createDrawerState();
