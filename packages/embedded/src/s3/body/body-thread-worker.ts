import { fdatasync, writevSync } from 'node:fs';
import { promisify } from 'node:util';
import { parentPort } from 'node:worker_threads';
import type { BodyAnswer, BodyOrder } from './body-thread.ts';
import { DigestSet } from './digest-set.ts';

/** How much may wait in the page cache: the disk works while bytes still arrive, so little is left to flush at the end. */
const FLUSH_SIZE_BYTES = 8 * 1024 * 1024;
const flush = promisify(fdatasync);

/** The far side of one body: every order is carried out at once, in the order in which it comes. */
class OpenBody {
  readonly #fd: number;
  readonly #digests: DigestSet;
  #unflushedBytes = 0;
  #flushing: Promise<void> = Promise.resolve();
  #isFlushing = false;
  /** The system tells of a lost page once: a later flush of the same file says nothing of it. */
  #failed: unknown;

  constructor({ fd, names }: Extract<BodyOrder, { kind: 'begin' }>) {
    this.#fd = fd;
    this.#digests = new DigestSet(names);
  }

  write(pieces: readonly Uint8Array[]): void {
    for (const piece of pieces) this.#digests.update(piece);
    let rest = pieces;
    while (rest.length > 0) {
      const written = writevSync(this.#fd, rest);
      this.#unflushedBytes += written;
      rest = after(rest, written);
    }
    // Freed at once: a thread that allocates next to nothing hardly ever collects its garbage.
    for (const { buffer } of pieces) (buffer as ArrayBuffer).transfer(0);
    if (this.#unflushedBytes >= FLUSH_SIZE_BYTES && !this.#isFlushing) this.#flushBehind();
  }

  /** Nothing touches the file any more once this returns. Throws when a flush failed: the bytes may not be on the disk. */
  async close() {
    await this.#flushing;
    if (this.#failed) throw this.#failed;
    return this.#digests.finish();
  }

  #flushBehind(): void {
    this.#unflushedBytes = 0;
    this.#isFlushing = true;
    this.#flushing = flush(this.#fd)
      .catch((error: unknown) => void (this.#failed ??= error))
      .finally(() => (this.#isFlushing = false));
  }
}

/** What is left of the pieces once the first bytes are written. */
function after(pieces: readonly Uint8Array[], bytesWritten: number): Uint8Array[] {
  let skip = bytesWritten;
  return pieces.flatMap((piece) => {
    const left = piece.subarray(Math.min(skip, piece.length));
    skip -= piece.length - left.length;
    return left.length > 0 ? [left] : [];
  });
}

const bodies = new Map<number, OpenBody>();
const answer = (message: BodyAnswer) => parentPort?.postMessage(message);

async function carryOut(order: BodyOrder): Promise<void> {
  const { id } = order;
  if (order.kind === 'begin') return void bodies.set(id, new OpenBody(order));
  const body = bodies.get(id);
  // What still comes for a body that has failed.
  if (!body) return;
  if (order.kind === 'batch') {
    body.write(order.pieces);
    return answer({ kind: 'room', id });
  }
  bodies.delete(id);
  if (order.kind === 'finish') return answer({ kind: 'finished', id, digests: await body.close() });
  await body.close().catch(() => undefined);
  answer({ kind: 'dropped', id });
}

parentPort?.on('message', (order: BodyOrder) => {
  carryOut(order).catch(async (error: Error) => {
    await bodies
      .get(order.id)
      ?.close()
      .catch(() => undefined);
    bodies.delete(order.id);
    answer({ kind: 'failed', id: order.id, error });
  });
});
