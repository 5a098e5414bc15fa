export { DownloadFailed } from './DownloadFailed.tsx';
export { useDownloadFile } from './useDownloadFile.ts';
