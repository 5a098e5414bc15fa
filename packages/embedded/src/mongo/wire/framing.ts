/** The largest message, as `hello` says (MongoDB's own limit). */
export const messageBytesMax = 48_000_000;

const headerBytes = 16;

/** What came over the wire cannot be a message; its connection is closed. */
export class FramingError extends Error {}

/** A message as it lies on the wire: header and body. */
export interface Frame {
  readonly requestId: number;
  readonly opCode: number;
  readonly body: Buffer;
}

/** Cuts a byte stream into messages. It never holds more than one message of the largest size and one chunk. */
export class Framer {
  #chunks: Buffer[] = [];
  #size = 0;
  /** How many bytes are needed before anything can be cut off; spares joining chunks in vain. */
  #needed = headerBytes;

  /** Takes the next bytes and returns the messages they complete; throws a FramingError on an impossible length. */
  push(chunk: Buffer): Frame[] {
    this.#chunks.push(chunk);
    this.#size += chunk.length;
    if (this.#size < this.#needed) return [];
    const bytes = this.#chunks.length === 1 ? chunk : Buffer.concat(this.#chunks);
    const frames: Frame[] = [];
    let at = 0;
    this.#needed = headerBytes;
    while (bytes.length - at >= headerBytes) {
      const length = bytes.readInt32LE(at);
      if (length < headerBytes || length > messageBytesMax)
        throw new FramingError(`A message cannot have ${length} bytes`);
      if (bytes.length - at < length) {
        this.#needed = length;
        break;
      }
      frames.push({
        requestId: bytes.readInt32LE(at + 4),
        opCode: bytes.readInt32LE(at + 12),
        body: bytes.subarray(at + headerBytes, at + length),
      });
      at += length;
    }
    const rest = bytes.subarray(at);
    this.#chunks = rest.length > 0 ? [rest] : [];
    this.#size = rest.length;
    return frames;
  }
}

/** The header of a reply, to be followed by `bodyBytes` bytes. */
export function replyHeader(reply: { opCode: number; responseTo: number; bodyBytes: number }): Buffer {
  const header = Buffer.alloc(headerBytes);
  header.writeInt32LE(headerBytes + reply.bodyBytes, 0);
  header.writeInt32LE(reply.responseTo, 8);
  header.writeInt32LE(reply.opCode, 12);
  return header;
}
