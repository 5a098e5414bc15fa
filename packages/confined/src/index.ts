export { boundedCommand } from './bounded-command.ts';
export { ConfinedError } from './confined-error.ts';
export type { ConfinedCode } from './confined-error.ts';
export { converse } from './converse.ts';
export type { Confinement, Talk } from './converse.ts';
export { watchMemory } from './memory-watch.ts';
export { canCloseNetwork, startConfined } from './start-confined.ts';
export type { Walls } from './start-confined.ts';
