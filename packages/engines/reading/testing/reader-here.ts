import { readFile } from 'node:fs/promises';
import type { Reader } from '../src/reader.ts';
import { readWhole } from './read-whole.ts';

/** Some at a time, as they are told by a process of its own. */
const PARTS_AT_ONCE = 16;

/** Reads by the same rules, without a process of its own: for what comes of documents once they are read. It recognises nothing. */
export function createReaderHere(): Reader {
  return {
    makeReady: () => Promise.resolve(),
    expect: () => undefined,
    close: () => Promise.resolve(),
    read: async ({ path, filename, language, fromPart, fetched }, { signal, onHead, onParts }) => {
      await fetched;
      const wish = { filename, fromPart, ...(language === null ? {} : { language }) };
      const { head, parts } = await readWhole(await readFile(path), wish);
      signal.throwIfAborted();
      await onHead(head);
      for (let at = 0; at < parts.length; at += PARTS_AT_ONCE) {
        signal.throwIfAborted();
        await onParts(parts.slice(at, at + PARTS_AT_ONCE));
      }
    },
  };
}
