import { setImmediate as nextTurn } from 'node:timers/promises';

/** Where a stream's dictionary is looked for: so far before its keyword. */
const DICTIONARY_BYTES_MAX = 4_096;
const KEYWORD = 'stream';
const END = 'endstream';
/** So many keywords are looked at in one turn of the event loop: a file made of nothing else holds up nobody. */
const TURN_KEYWORDS = 500;

/** Reads a PDF once, from its first byte to its last, and finds the streams in it. Holds a few pieces of it, however large it is. */
export class PdfStreams {
  readonly #pieces: AsyncIterator<Uint8Array>;
  #held = Buffer.alloc(0);
  #keywords = 0;

  constructor(pieces: AsyncIterable<Uint8Array>) {
    this.#pieces = pieces[Symbol.asyncIterator]();
  }

  /** Goes to the next stream. @returns its dictionary, or `undefined` at the end of the file. */
  async next(): Promise<string | undefined> {
    for (let from = 0; ;) {
      const at = this.#held.indexOf(KEYWORD, from);
      if (++this.#keywords % TURN_KEYWORDS === 0) await nextTurn();
      // The end of the one before has the same letters.
      const isEnd = at >= 3 && this.#held.toString('latin1', at - 3, at) === 'end';
      if (at >= 0 && !isEnd) return this.#enter(at);
      if (isEnd) {
        from = at + KEYWORD.length;
        continue;
      }
      this.#forget(DICTIONARY_BYTES_MAX + KEYWORD.length);
      from = Math.max(0, this.#held.length - KEYWORD.length + 1);
      if (!(await this.#more())) return undefined;
    }
  }

  /** The bytes of the stream that `next` went to. To be read to the end before going on. */
  async *body(): AsyncGenerator<Buffer> {
    while (this.#held.length < 2 && (await this.#more())) continue;
    this.#held = this.#held.subarray(this.#held[0] === 13 ? 2 : 1);
    for (;;) {
      const end = this.#held.indexOf(END);
      const length = end >= 0 ? end : Math.max(0, this.#held.length - END.length + 1);
      const piece = this.#held.subarray(0, length);
      this.#held = this.#held.subarray(length);
      if (piece.length > 0) yield piece;
      if (end >= 0 || !(await this.#more())) return;
    }
  }

  #enter(at: number): string {
    const around = this.#held.toString('latin1', Math.max(0, at - DICTIONARY_BYTES_MAX), at);
    this.#held = this.#held.subarray(at + KEYWORD.length);
    return around.slice(Math.max(0, around.lastIndexOf(' obj')));
  }

  #forget(keptBytes: number): void {
    this.#held = this.#held.subarray(Math.max(0, this.#held.length - keptBytes));
  }

  async #more(): Promise<boolean> {
    const { done, value } = await this.#pieces.next();
    if (done) return false;
    this.#held = Buffer.concat([this.#held, value]);
    return true;
  }
}
