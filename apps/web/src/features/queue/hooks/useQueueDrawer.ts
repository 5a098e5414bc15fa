import { useSyncExternalStore } from 'react';
import { drawerState } from '../model/drawer-state.ts';

/** The queue drawer of this tab. */
export function useQueueDrawer(): { readonly isOpen: boolean; readonly setOpen: (isOpen: boolean) => void } {
  return { isOpen: useSyncExternalStore(drawerState.subscribe, drawerState.isOpen), setOpen: drawerState.set };
}
