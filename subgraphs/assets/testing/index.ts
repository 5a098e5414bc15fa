export { askGraph } from './ask-graph.ts';
export type { GraphAnswer, Question } from './ask-graph.ts';
export { startAssets } from './start-assets.ts';
export type { RunningAssets } from './start-assets.ts';
export { aPerson, aService } from './viewers.ts';
export { announce, completeUpload, putBytes, requestUpload, sha256Hex, uploadBytes } from './upload-bytes.ts';
export type { Ask, Outcome, TestFile, Ticket } from './upload-bytes.ts';
