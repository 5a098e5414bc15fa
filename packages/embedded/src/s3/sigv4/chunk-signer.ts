import { sha256Hex, signLines } from './signing.ts';

const EMPTY_SHA256 = sha256Hex('');

export interface ChunkSignerOptions {
  readonly signingKey: Uint8Array;
  readonly amzDate: string;
  readonly scope: string;
  /** The signature of the request's headers, from which the chain starts. */
  readonly seedSignature: string;
}

/** Computes the chain of signatures of a signed aws-chunked body: each follows from the one before. */
export class ChunkSigner {
  readonly #options: ChunkSignerOptions;
  #previous: string;

  constructor(options: ChunkSignerOptions) {
    this.#options = options;
    this.#previous = options.seedSignature;
  }

  /** The signature the next chunk must carry. */
  next(chunkSha256Hex: string): string {
    return this.#advance('AWS4-HMAC-SHA256-PAYLOAD', [EMPTY_SHA256, chunkSha256Hex]);
  }

  /** The signature the trailing headers must carry; `trailerText` is `name:value\n` for each. */
  trailer(trailerText: string): string {
    return this.#advance('AWS4-HMAC-SHA256-TRAILER', [sha256Hex(trailerText)]);
  }

  #advance(algorithm: string, hashes: readonly string[]): string {
    const { signingKey, amzDate, scope } = this.#options;
    this.#previous = signLines(signingKey, [algorithm, amzDate, scope, this.#previous, ...hashes]);
    return this.#previous;
  }
}
