export { compressFiles, readFiles, sendFile } from './static-files.ts';
export type { StaticFile } from './static-files.ts';
