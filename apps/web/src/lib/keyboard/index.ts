export { keptSingleKeys } from './single-keys.ts';
export { useKeys } from './useKeys.ts';
export type { KeyMap } from './useKeys.ts';
