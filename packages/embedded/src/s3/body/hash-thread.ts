import { Worker } from 'node:worker_threads';

const BLOCK_SIZE_BYTES = 256 * 1024;
/** Blocks one body may have under way; the thread gives each back when it is hashed. */
const BLOCKS_MAX = 8;

type Block = Uint8Array<ArrayBuffer>;

export type HashOrder =
  | { readonly kind: 'block'; readonly id: number; readonly block: Block; readonly sizeBytes: number }
  | { readonly kind: 'end' | 'drop'; readonly id: number };

export type HashAnswer =
  | { readonly kind: 'free'; readonly id: number; readonly block: Block }
  | { readonly kind: 'digest'; readonly id: number; readonly digest: Uint8Array };

/** A hash that is computed elsewhere: `update` returns when there is room for more. */
export interface DistantHash {
  update(bytes: Uint8Array): Promise<void>;
  digest(): Promise<Buffer>;
  /** Forgets what was hashed so far. */
  drop(): void;
}

/**
 * One thread that computes SHA-256: hashing is half of the work of an upload, and the thread that talks to the network
 * has the other half. It starts with the first body and does not keep the process alive.
 */
export class HashThread {
  #worker: Worker | undefined;
  #nextId = 1;
  readonly #open = new Map<number, BlockHash>();

  sha256(): DistantHash {
    const worker = (this.#worker ??= this.#start());
    const id = this.#nextId++;
    const post = (order: HashOrder) => worker.postMessage(order, order.kind === 'block' ? [order.block.buffer] : []);
    const hash = new BlockHash({ id, post, onEnd: () => this.#open.delete(id) });
    this.#open.set(id, hash);
    return hash;
  }

  #start(): Worker {
    const worker = new Worker(new URL('./hash-thread-worker.ts', import.meta.url));
    worker.unref();
    worker.on('message', (answer: HashAnswer) => this.#open.get(answer.id)?.take(answer));
    worker.on('error', (error) => {
      this.#worker = undefined;
      for (const hash of [...this.#open.values()]) hash.fail(error);
    });
    return worker;
  }
}

interface BlockHashOptions {
  readonly id: number;
  readonly post: (order: HashOrder) => void;
  readonly onEnd: () => void;
}

/** The near side of one hash: gathers bytes into blocks, and waits while all blocks are under way. */
class BlockHash implements DistantHash {
  readonly #options: BlockHashOptions;
  readonly #free: Block[] = [];
  readonly #digest = Promise.withResolvers<Buffer>();
  #made = 0;
  #filling: Block | undefined;
  #filledBytes = 0;
  #room: PromiseWithResolvers<void> | undefined;

  constructor(options: BlockHashOptions) {
    this.#options = options;
    // A failure before anyone asks for the digest is seen by the next update or by digest.
    this.#digest.promise.catch(() => undefined);
  }

  async update(bytes: Uint8Array): Promise<void> {
    for (let offset = 0; offset < bytes.length;) {
      const block = (this.#filling ??= await this.#takeBlock());
      const piece = bytes.subarray(offset, offset + block.length - this.#filledBytes);
      block.set(piece, this.#filledBytes);
      this.#filledBytes += piece.length;
      offset += piece.length;
      if (this.#filledBytes === block.length) this.#send(block);
    }
  }

  digest(): Promise<Buffer> {
    if (this.#filling) this.#send(this.#filling);
    this.#options.post({ kind: 'end', id: this.#options.id });
    return this.#digest.promise;
  }

  drop(): void {
    this.#options.post({ kind: 'drop', id: this.#options.id });
    this.#options.onEnd();
  }

  take(answer: HashAnswer): void {
    if (answer.kind === 'digest') {
      this.#options.onEnd();
      this.#digest.resolve(Buffer.from(answer.digest));
      return;
    }
    this.#free.push(answer.block);
    this.#room?.resolve();
    this.#room = undefined;
  }

  fail(error: unknown): void {
    this.#options.onEnd();
    this.#digest.reject(error);
    this.#room?.reject(error);
  }

  #send(block: Block): void {
    this.#options.post({ kind: 'block', id: this.#options.id, block, sizeBytes: this.#filledBytes });
    this.#filling = undefined;
    this.#filledBytes = 0;
  }

  async #takeBlock(): Promise<Block> {
    if (this.#free.length === 0 && this.#made >= BLOCKS_MAX) {
      this.#room = Promise.withResolvers<void>();
      await this.#room.promise;
    }
    const free = this.#free.pop();
    if (!free) this.#made += 1;
    return free ?? new Uint8Array(BLOCK_SIZE_BYTES);
  }
}
