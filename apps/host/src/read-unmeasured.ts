import type { IncomingMessage } from 'node:http';

interface Reading {
  readonly sizeBytesMax: number;
  /** The whole body was read, and lies where the listener of requests looks for it. */
  whole(): void;
  /** There is more of it than may be. */
  tooLong(): void;
}

/**
 * Reads a body that comes in pieces and says no length of its own, before anybody is handed it: those who read it whole would hold
 * whatever is sent. One that is given up half way calls nobody.
 */
export function readUnmeasured(
  incoming: IncomingMessage & { rawBody?: Buffer },
  { sizeBytesMax, whole, tooLong }: Reading,
): void {
  const chunks: Buffer[] = [];
  let sizeBytes = 0;
  const onData = (chunk: Buffer) => {
    sizeBytes += chunk.length;
    if (sizeBytes <= sizeBytesMax) return void chunks.push(chunk);
    chunks.length = 0;
    incoming.off('data', onData).off('end', onEnd).pause();
    tooLong();
  };
  const onEnd = () => {
    // @hono/node-server takes a body that was read before from here.
    incoming.rawBody = Buffer.concat(chunks);
    whole();
  };
  incoming
    .on('data', onData)
    .once('end', onEnd)
    .on('error', () => undefined);
}
