import { createHash } from 'node:crypto';

/** What stands for words under which something is counted: addresses that were tried are not kept as they were typed, many belong to nobody here. */
export const digestOf = (words: string): string =>
  createHash('sha256').update(words.trim().toLowerCase()).digest('hex');
