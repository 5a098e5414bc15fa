export type { TestStack } from './stack-facts.ts';
export { testDatabase, testMongo, testStack, uniqueName } from './tenant.ts';
export type { TestDatabase } from './tenant.ts';
export { bucketLacks, testBucket } from './test-bucket.ts';
export type { TestBucket } from './test-bucket.ts';
export { testLine } from './test-line.ts';
