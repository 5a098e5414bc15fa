export { foresee } from './foreseen.ts';
export type { Foresight } from './foreseen.ts';
