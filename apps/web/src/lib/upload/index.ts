export { openKeptUploads } from './kept-uploads.ts';
export { aloneBy } from './one-tab.ts';
export { abandonUpload, sendFile } from './send-file.ts';
export type { UploadProblem } from './upload-error.ts';
export { UploadQueue } from './upload-queue.ts';
export { canPause, hasEnded, isRunning, shareDone } from './upload-state.ts';
export type { Upload, UploadState } from './upload-state.ts';
