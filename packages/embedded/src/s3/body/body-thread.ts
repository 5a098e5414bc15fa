import { Worker } from 'node:worker_threads';
import type { BodySink } from './body-sink.ts';
import type { DigestName, DigestValues } from './digest-set.ts';

/** What is gathered before one message: the network brings 64 KB at a time. */
const BATCH_SIZE_BYTES = 512 * 1024;
/** Batches one body may have under way. */
const BATCHES_MAX = 4;

export type BodyOrder =
  | { readonly kind: 'begin'; readonly id: number; readonly fd: number; readonly names: readonly DigestName[] }
  | { readonly kind: 'batch'; readonly id: number; readonly pieces: readonly Uint8Array[] }
  | { readonly kind: 'finish' | 'drop'; readonly id: number };

export type BodyAnswer =
  | { readonly kind: 'room' | 'dropped'; readonly id: number }
  | { readonly kind: 'finished'; readonly id: number; readonly digests: DigestValues }
  | { readonly kind: 'failed'; readonly id: number; readonly error: Error };

/**
 * One thread that digests and writes bodies: that is half of the work of an upload, and the thread that talks to the network has
 * the other half. Bytes go over without a copy. It starts with the first body and does not keep the process alive.
 */
export class BodyThread {
  #worker: Worker | undefined;
  #nextId = 1;
  readonly #open = new Map<number, DistantSink>();

  /** A sink that writes to an open file; the file must stay open until `finish` or `drop` has returned. */
  open(fd: number, names: Iterable<DigestName>): BodySink {
    const worker = (this.#worker ??= this.#start());
    const id = this.#nextId++;
    const post = (order: BodyOrder) =>
      worker.postMessage(order, order.kind === 'batch' ? order.pieces.map(memoryOf) : []);
    const sink = new DistantSink({ id, post, onEnd: () => this.#open.delete(id) });
    this.#open.set(id, sink);
    post({ kind: 'begin', id, fd, names: [...names] });
    return sink;
  }

  #start(): Worker {
    const worker = new Worker(new URL('./body-thread-worker.ts', import.meta.url));
    worker.unref();
    worker.on('message', (answer: BodyAnswer) => this.#open.get(answer.id)?.take(answer));
    worker.on('error', (error) => {
      this.#worker = undefined;
      for (const sink of [...this.#open.values()]) sink.fail(error);
    });
    return worker;
  }
}

interface SinkOptions {
  readonly id: number;
  readonly post: (order: BodyOrder) => void;
  readonly onEnd: () => void;
}

/** The near side of one body: gathers its bytes, and waits while enough of them are under way. */
class DistantSink implements BodySink {
  readonly #options: SinkOptions;
  readonly #end = Promise.withResolvers<DigestValues>();
  #gathered: Uint8Array[] = [];
  #gatheredBytes = 0;
  #underWay = 0;
  #room: PromiseWithResolvers<void> | undefined;
  #error: Error | undefined;

  constructor(options: SinkOptions) {
    this.#options = options;
    // A failure before anyone asks for the end is seen by the next write or by finish.
    this.#end.promise.catch(() => undefined);
  }

  async write(bytes: Buffer): Promise<void> {
    if (this.#error) throw this.#error;
    this.#gathered.push(ownMemory(bytes));
    this.#gatheredBytes += bytes.length;
    if (this.#gatheredBytes < BATCH_SIZE_BYTES) return;
    this.#send();
    if (this.#underWay < BATCHES_MAX) return;
    this.#room = Promise.withResolvers<void>();
    await this.#room.promise;
  }

  finish(): Promise<DigestValues> {
    if (this.#gatheredBytes > 0) this.#send();
    this.#options.post({ kind: 'finish', id: this.#options.id });
    return this.#end.promise;
  }

  async drop(): Promise<void> {
    if (this.#error) return;
    this.#options.post({ kind: 'drop', id: this.#options.id });
    await this.#end.promise.catch(() => undefined);
  }

  take(answer: BodyAnswer): void {
    switch (answer.kind) {
      case 'room':
        this.#underWay -= 1;
        this.#room?.resolve();
        this.#room = undefined;
        return;
      case 'failed':
        this.fail(answer.error);
        return;
      case 'finished':
      case 'dropped':
        this.#options.onEnd();
        this.#end.resolve(answer.kind === 'finished' ? answer.digests : new Map());
    }
  }

  fail(error: Error): void {
    this.#error = error;
    this.#options.onEnd();
    this.#end.reject(error);
    this.#room?.reject(error);
  }

  #send(): void {
    this.#options.post({ kind: 'batch', id: this.#options.id, pieces: this.#gathered });
    this.#gathered = [];
    this.#gatheredBytes = 0;
    this.#underWay += 1;
  }
}

/** Bytes that are alone in their memory, so that it can be handed over; a part of something larger is copied. */
function ownMemory(bytes: Buffer): Uint8Array {
  const isAlone = bytes.byteLength === bytes.buffer.byteLength && bytes.buffer instanceof ArrayBuffer;
  return isAlone ? bytes : new Uint8Array(bytes);
}

const memoryOf = ({ buffer }: Uint8Array) => buffer as ArrayBuffer;
