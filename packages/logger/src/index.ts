export { createLogger } from './logger.ts';
export type { Logger, LoggerOptions } from './logger.ts';
export { currentTraceId, newTraceId, parseTraceId, runWithTrace } from './trace.ts';
