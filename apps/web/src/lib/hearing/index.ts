export { keptPace, PACES } from './pace.ts';
export type { Pace } from './pace.ts';
export { createPacer } from './pacer.ts';
export type { News } from './pacer.ts';
