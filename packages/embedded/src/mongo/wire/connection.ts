import { once } from 'node:events';
import type { Socket } from 'node:net';
import type { BsonDocument } from '../bson/value.ts';
import type { Reply } from '../commands/command.ts';
import { refusalReply } from '../commands/dispatch.ts';
import { MongoError } from '../mongo-error.ts';
import { Framer, FramingError } from './framing.ts';
import type { Frame } from './framing.ts';
import { readCommand, wantsReply, writeReply } from './messages.ts';
import type { CommandMessage } from './messages.ts';

/** A client that does not take its answers is dropped after this long. */
const drainMaxMs = 60_000;

export type RunCommand = (body: BsonDocument) => Promise<Reply>;

async function send(socket: Socket, buffers: readonly Buffer[]): Promise<void> {
  socket.cork();
  let isFlowing = true;
  for (const buffer of buffers) isFlowing = socket.write(buffer);
  socket.uncork();
  if (!isFlowing) await once(socket, 'drain', { signal: AbortSignal.timeout(drainMaxMs) });
}

async function answer(socket: Socket, frame: Frame, run: RunCommand): Promise<void> {
  const message = readOrRefuse(frame);
  const reply = message instanceof MongoError ? refusalReply(message) : await run(message.body);
  const isLegacy = message instanceof MongoError ? false : message.isLegacy;
  if (wantsReply(frame) && socket.writable) await send(socket, writeReply(reply, frame, isLegacy));
}

/** A well-formed message with a value this server does not take is answered; what is malformed is thrown. */
function readOrRefuse(frame: Frame): CommandMessage | MongoError {
  try {
    return readCommand(frame);
  } catch (error) {
    if (error instanceof MongoError && error.codeName !== 'FailedToParse') return error;
    throw error;
  }
}

function isExpected(error: unknown): boolean {
  if (error instanceof FramingError || error instanceof MongoError) return true;
  return error instanceof Error && ('code' in error || error.name === 'AbortError' || error.name === 'TimeoutError');
}

/**
 * Serves one client: its commands one after another, reading no further while one runs. Anything malformed closes this
 * connection and no other.
 */
export async function serveConnection(
  socket: Socket,
  run: RunCommand,
  onFault: (error: unknown) => void,
): Promise<void> {
  const framer = new Framer();
  socket.setNoDelay(true);
  socket.setKeepAlive(true, 60_000);
  socket.on('error', () => socket.destroy());
  try {
    for await (const chunk of socket) {
      for (const frame of framer.push(chunk as Buffer)) await answer(socket, frame, run);
    }
  } catch (error) {
    if (!isExpected(error)) onFault(error);
  } finally {
    socket.destroy();
  }
}
