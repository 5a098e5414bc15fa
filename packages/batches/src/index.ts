export { createBatches } from './batches.ts';
export type { BatchesOptions } from './batches.ts';
