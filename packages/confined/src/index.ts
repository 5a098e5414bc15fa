export { ConfinedError } from './confined-error.ts';
export type { ConfinedCode } from './confined-error.ts';
export { converse } from './converse.ts';
export type { Confinement, Talk } from './converse.ts';
export { watchMemory } from './memory-watch.ts';
