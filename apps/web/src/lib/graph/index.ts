export { GraphError, isWorthRetrying } from './graph-error.ts';
export type { GraphErrorCode } from './graph-error.ts';
export { IDS_MAX, inParts } from './in-parts.ts';
export { isRefusal, refusedField } from './refusal.ts';
export type { Refusal } from './refusal.ts';
export { request } from './request.ts';
