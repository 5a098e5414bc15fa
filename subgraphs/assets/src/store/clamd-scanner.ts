import { connect } from 'node:net';
import type { Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { once } from 'node:events';
import type { Scanner, ScanResult } from './scanner.ts';

interface ClamdOptions {
  readonly host: string;
  readonly port: number;
  readonly connectTimeoutMs?: number;
  /** How long clamd may stay silent: while it takes bytes, and until its answer. */
  readonly silenceTimeoutMs?: number;
}

const ANSWER_BYTES_MAX = 4_096;

/** A virus scanner that speaks clamd's INSTREAM over TCP: pieces with their length, an empty one at the end, one line back. */
export function createClamdScanner({
  host,
  port,
  connectTimeoutMs = 5_000,
  silenceTimeoutMs = 120_000,
}: ClamdOptions): Scanner {
  return {
    scan: async (bytes) => {
      const socket = connect({ host, port });
      socket.setTimeout(connectTimeoutMs, () => socket.destroy(new Error('The virus scanner stays silent.')));
      try {
        await once(socket, 'connect');
        socket.setTimeout(silenceTimeoutMs);
        const answer = readAnswer(socket);
        await Promise.race([send(socket, bytes), answer]);
        return toResult(await answer);
      } finally {
        bytes.destroy();
        socket.destroy();
      }
    },
  };
}

/** Fails when the bytes can't be read; that clamd hangs up early, as on a stream that is too long, its answer tells. */
async function send(socket: Socket, bytes: Readable): Promise<void> {
  socket.write('zINSTREAM\0');
  for await (const chunk of bytes) {
    const piece = chunk as Uint8Array;
    if (piece.byteLength === 0) continue;
    socket.write(lengthOf(piece.byteLength));
    if (!socket.write(piece)) await drained(socket);
    if (!socket.writable) return;
  }
  socket.write(lengthOf(0));
}

async function drained(socket: Socket): Promise<void> {
  await new Promise<void>((resolve) => {
    socket.once('drain', resolve).once('close', resolve);
  });
}

function lengthOf(bytes: number): Buffer {
  const field = Buffer.alloc(4);
  field.writeUInt32BE(bytes);
  return field;
}

async function readAnswer(socket: Socket): Promise<string> {
  const answer = Promise.withResolvers<string>();
  let text = '';
  socket.on('data', (chunk: Buffer) => {
    text += chunk.toString('latin1');
    if (text.includes('\0') || text.length > ANSWER_BYTES_MAX) answer.resolve(text.split('\0')[0] ?? '');
  });
  socket.once('error', answer.reject);
  socket.once('close', () => answer.reject(new Error('The virus scanner hung up.')));
  return answer.promise;
}

function toResult(answer: string): ScanResult {
  if (/ OK$/.test(answer)) return 'CLEAN';
  if (/ FOUND$/.test(answer)) return 'INFECTED';
  if (/size limit exceeded/i.test(answer)) return 'TOO_LARGE';
  throw new Error(`The virus scanner answered “${answer.slice(0, 200)}”.`);
}
