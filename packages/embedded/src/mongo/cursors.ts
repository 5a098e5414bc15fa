import { RawDocument } from './bson/encode.ts';
import type { Encodable } from './bson/encode.ts';
import { MongoError } from './mongo-error.ts';
import type { Deadline } from './plan/deadline.ts';

/** A batch ends at these even when the client asks for more, so that no client keeps the others waiting long. */
const batchBytesMax = 2 * 1024 * 1024;
const batchSizeMax = 5000;

/** As in MongoDB, a cursor nobody asks for is closed. */
const idleMaxMs = 10 * 60_000;
const openMax = 1000;

/** Documents in the first batch when the client names no size. */
export const firstBatchSize = 101;

/** Encoded documents, made as they are asked for. */
export type DocumentStream = Iterator<Buffer>;

interface Cursor {
  readonly namespace: string;
  readonly stream: DocumentStream;
  readonly deadline: Deadline;
  /** Read ahead to know whether more follows, or because it did not fit the last batch. */
  pending: Buffer | undefined;
  usedAt: number;
}

export interface OpenCursor {
  readonly namespace: string;
  readonly stream: DocumentStream;
  readonly deadline: Deadline;
  readonly batchSize: number;
  /** Close after the first batch, whatever follows. */
  readonly isSingleBatch: boolean;
}

function pull(stream: DocumentStream): Buffer | undefined {
  const next = stream.next();
  return next.done ? undefined : next.value;
}

function takeBatch(cursor: Cursor, size: number): RawDocument[] {
  const batch: RawDocument[] = [];
  let bytes = 0;
  while (batch.length < Math.min(size, batchSizeMax)) {
    const next = cursor.pending ?? pull(cursor.stream);
    cursor.pending = next;
    if (!next || (batch.length > 0 && bytes + next.length > batchBytesMax)) break;
    bytes += next.length;
    batch.push(new RawDocument(next));
    cursor.pending = undefined;
  }
  if (size > 0) cursor.pending ??= pull(cursor.stream);
  return batch;
}

/** The open cursors of all clients. They hold a place in a query, not its results. */
export class Cursors {
  readonly #open = new Map<bigint, Cursor>();
  #lastId = BigInt(Math.floor(Math.random() * 2 ** 40));

  get size(): number {
    return this.#open.size;
  }

  /** The reply of a command that returns documents; what does not fit the first batch waits for `getMore`. */
  start(open: OpenCursor): { readonly [name: string]: Encodable } {
    const cursor: Cursor = { ...open, pending: undefined, usedAt: Date.now() };
    const firstBatch = takeBatch(cursor, open.batchSize);
    const hasMore = !open.isSingleBatch && (cursor.pending !== undefined || open.batchSize === 0);
    const id = hasMore ? this.#keep(cursor) : 0n;
    if (!hasMore) cursor.stream.return?.();
    return { cursor: { firstBatch, id, ns: open.namespace }, ok: 1 };
  }

  #keep(cursor: Cursor): bigint {
    this.sweep();
    if (this.#open.size >= openMax)
      throw new MongoError('ExceededMemoryLimit', `No more than ${openMax} cursors may be open`);
    this.#lastId += 1n;
    this.#open.set(this.#lastId, cursor);
    return this.#lastId;
  }

  /** The next batch. A cursor that fails or ends is closed. */
  more(id: bigint, namespace: string, batchSize: number): { readonly [name: string]: Encodable } {
    const cursor = this.#open.get(id);
    if (!cursor) throw new MongoError('CursorNotFound', `cursor id ${id} not found`);
    if (cursor.namespace !== namespace)
      throw new MongoError(
        'Unauthorized',
        `Requested getMore on namespace '${namespace}', but cursor belongs to another namespace`,
      );
    this.#open.delete(id);
    cursor.deadline.restart(undefined);
    const nextBatch = takeBatch(cursor, batchSize);
    cursor.usedAt = Date.now();
    if (cursor.pending) this.#open.set(id, cursor);
    return { cursor: { nextBatch, id: cursor.pending ? id : 0n, ns: namespace }, ok: 1 };
  }

  kill(id: bigint): boolean {
    this.#open.get(id)?.stream.return?.();
    return this.#open.delete(id);
  }

  /** Closes what reads a collection or an index that goes away: to read on would be to miss documents unseen. */
  killNamespace(namespace: string): void {
    for (const [id, cursor] of this.#open) if (cursor.namespace === namespace) this.kill(id);
  }

  /** Closes cursors nobody has asked for in ten minutes. */
  sweep(): void {
    const oldest = Date.now() - idleMaxMs;
    for (const [id, cursor] of this.#open) if (cursor.usedAt < oldest) this.kill(id);
  }
}
