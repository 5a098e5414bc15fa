export { useDownloadFile } from './useDownloadFile.ts';
