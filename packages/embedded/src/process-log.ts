import readline from 'node:readline';
import type { Readable } from 'node:stream';
import type { Logger } from '@modu/logger';

const TAIL_LINES = 20;
const LINE_CHARS_MAX = 2_000;

/**
 * Forwards what a child process writes, line by line, and keeps the last lines for the message about its end.
 * @param trouble lines that a person should see; all others are details
 */
export function forwardLines(stream: Readable, logger: Logger, trouble: RegExp): { tail(): string } {
  const lines: string[] = [];
  readline.createInterface({ input: stream }).on('line', (whole) => {
    const line = whole.slice(0, LINE_CHARS_MAX);
    lines.push(line);
    if (lines.length > TAIL_LINES) lines.shift();
    if (trouble.test(line)) logger.warn(line);
    else logger.debug(line);
  });
  return { tail: () => lines.join('\n') };
}
