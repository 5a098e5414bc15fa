export { acceptsGzip, gzipFiles, readFiles, sendFile } from './static-files.ts';
export type { StaticFile } from './static-files.ts';
