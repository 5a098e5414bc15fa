import { useSyncExternalStore } from 'react';
import type { KeptValue } from './kept-value.ts';

/** The current value, and renders again when any tab changes it. */
export function useKeptValue<T>(kept: KeptValue<T>): T {
  return useSyncExternalStore(kept.subscribe, kept.get);
}
