import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

/** Answers as clamd does; a stream with the EICAR test line in it is infected. */
export interface StandInClamd {
  readonly port: number;
  /** The bytes of each stream that came to its end. */
  readonly scanned: readonly Uint8Array[];
  /** While paused it takes connections and says nothing. */
  pause(): void;
  resume(): void;
  stop(): Promise<void>;
}

/** The line that every scanner knows, made for tests (eicar.org); split so that this file is not one. */
export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

export async function startStandInClamd({ streamBytesMax = 1_000_000 } = {}): Promise<StandInClamd> {
  const scanned: Uint8Array[] = [];
  const sockets = new Set<Socket>();
  let gate = Promise.withResolvers<void>();
  gate.resolve();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    void gate.promise.then(() => answerStream(socket, { scanned, streamBytesMax }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    scanned,
    pause: () => {
      gate = Promise.withResolvers<void>();
    },
    resume: () => gate.resolve(),
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

function answerStream(
  socket: Socket,
  { scanned, streamBytesMax }: { scanned: Uint8Array[]; streamBytesMax: number },
): void {
  let received = Buffer.alloc(0);
  socket.on('data', (chunk: Buffer) => {
    received = Buffer.concat([received, chunk]);
    const outcome = readStream(received, streamBytesMax);
    if (outcome === 'MORE') return;
    if (typeof outcome !== 'string') scanned.push(outcome);
    const isInfected = typeof outcome !== 'string' && Buffer.from(outcome).includes(EICAR);
    const answers = { TOO_LONG: 'INSTREAM size limit exceeded. ERROR', UNKNOWN: 'UNKNOWN COMMAND' };
    const text =
      typeof outcome === 'string' ? answers[outcome] : `stream: ${isInfected ? 'Eicar-Test-Signature FOUND' : 'OK'}`;
    socket.end(`${text}\0`);
  });
}

const COMMAND = 'zINSTREAM\0';

function readStream(received: Buffer, bytesMax: number): Uint8Array | 'MORE' | 'TOO_LONG' | 'UNKNOWN' {
  if (received.length < COMMAND.length) return 'MORE';
  if (received.subarray(0, COMMAND.length).toString('latin1') !== COMMAND) return 'UNKNOWN';
  const pieces: Buffer[] = [];
  let bytes = 0;
  let at = COMMAND.length;
  while (at + 4 <= received.length) {
    const length = received.readUInt32BE(at);
    if (length === 0) return Buffer.concat(pieces);
    bytes += length;
    if (bytes > bytesMax) return 'TOO_LONG';
    pieces.push(received.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return 'MORE';
}
