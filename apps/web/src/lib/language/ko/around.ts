/** What is said around every page, in one file: four of a few lines each would be asked for one after another. */
export { balance } from './balance.ts';
export { notices } from './notices.ts';
export { queue } from './queue.ts';
export { shell } from './shell.ts';
