import { StringDecoder } from 'node:string_decoder';

export interface Lines {
  /** Takes bytes as they come; a line that they end is told at once. */
  push(chunk: Buffer): void;
}

/** Cuts bytes of UTF-8 into lines, wherever the network has cut them. What no line feed ends is never told. */
export function createLines(onLine: (line: string) => void): Lines {
  const decoder = new StringDecoder('utf8');
  let begun = '';
  return {
    push: (chunk) => {
      const [first = '', ...others] = decoder.write(chunk).split('\n');
      begun += first;
      for (const next of others) {
        onLine(begun);
        begun = next;
      }
    },
  };
}
