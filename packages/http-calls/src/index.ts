export { AnswerTooLong, readBounded } from './read-bounded.ts';
export { retryAfterMs } from './retry-after.ts';
