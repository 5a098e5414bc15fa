export { sweepWorkFolders } from './sweep.ts';
export { inWorkFolder, makeWorkFolder } from './work-folder.ts';
export type { WorkFolder } from './work-folder.ts';
