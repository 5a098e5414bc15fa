import { CloseCode } from 'graphql-ws';
import type { RawData, WebSocket } from 'ws';

/** What a message may have, by the protocol of graphql-ws. */
const MEMBERS = new Set(['type', 'id', 'payload']);
/** Whatever else is in smaller ones is not worth a look. */
const SMALL_BYTES = 1_000;
/** The first says who comes: a token and a language. */
const FIRST_BYTES_MAX = 16_000;

/**
 * Closes a socket whose messages carry what nobody reads. graphql-ws keeps the message that opened a stream as long as the
 * stream lasts, and of JSON that is twenty times its bytes.
 */
export function guardMessages(socket: WebSocket): void {
  let isFirst = true;
  socket.on('message', (message: RawData) => {
    const { length } = message as Buffer;
    const isFine = isFirst ? length <= FIRST_BYTES_MAX : length <= SMALL_BYTES || isLean(String(message));
    isFirst = false;
    if (!isFine) socket.close(CloseCode.BadRequest, 'Invalid message received');
  });
}

function isLean(text: string): boolean {
  try {
    return Object.keys(JSON.parse(text) as object).every((name) => MEMBERS.has(name));
  } catch {
    // graphql-ws says what is wrong with it.
    return true;
  }
}
