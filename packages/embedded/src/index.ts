export { acquireStack } from './stack.ts';
export type { Stack, StackOptions } from './stack.ts';
export type { S3Address } from './stack-addresses.ts';
export type { StackSecrets } from './secrets.ts';
