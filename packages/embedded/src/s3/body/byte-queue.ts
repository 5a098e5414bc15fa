import { S3Error } from '../protocol/s3-error.ts';

const LINE_SIZE_BYTES_MAX = 4096;

/** Reads lines and runs of bytes from a stream of buffers, holding no more than one buffer and one line. */
export class ByteQueue {
  readonly #source: AsyncIterator<Buffer>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Buffer>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** Between 1 and `sizeBytesMax` bytes: whatever is there. */
  async take(sizeBytesMax: number): Promise<Buffer> {
    if (this.#rest.length === 0 && !(await this.#more())) throw new S3Error('IncompleteBody');
    const taken = this.#rest.subarray(0, sizeBytesMax);
    this.#rest = this.#rest.subarray(taken.length);
    return taken;
  }

  /** The text up to the next CRLF, which is taken away too. */
  async line(): Promise<string> {
    const line = await this.lineOrEnd();
    if (line === undefined) throw new S3Error('IncompleteBody');
    return line;
  }

  async lineOrEnd(): Promise<string | undefined> {
    for (;;) {
      const end = this.#rest.indexOf('\r\n');
      if (end >= 0) {
        const line = this.#rest.toString('latin1', 0, end);
        this.#rest = this.#rest.subarray(end + 2);
        return line;
      }
      if (this.#rest.length > LINE_SIZE_BYTES_MAX)
        throw new S3Error('InvalidRequest', 'A line of the body is too long.');
      if (await this.#more()) continue;
      if (this.#rest.length > 0) throw new S3Error('IncompleteBody');
      return undefined;
    }
  }

  async isAtEnd(): Promise<boolean> {
    return this.#rest.length === 0 && !(await this.#more());
  }

  async #more(): Promise<boolean> {
    const next = await this.#source.next();
    if (next.done === true) return false;
    this.#rest = this.#rest.length === 0 ? next.value : Buffer.concat([this.#rest, next.value]);
    return true;
  }
}
