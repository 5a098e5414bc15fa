export { DownloadFailed } from './DownloadFailed.tsx';
export { saveText } from './save-text.ts';
export { useDownloadFile } from './useDownloadFile.ts';
