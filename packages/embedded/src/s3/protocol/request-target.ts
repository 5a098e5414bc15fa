import { S3Error } from './s3-error.ts';

export type QueryPair = readonly [name: string, value: string];

/** Where a request points, path style: `/bucket/key?query`. Segments and pairs are decoded but otherwise as sent. */
export interface RequestTarget {
  readonly segments: readonly string[];
  readonly bucket: string;
  readonly key: string;
  readonly query: Query;
}

/** The decoded query. A `+` is a plus: signatures are made over percent-encoding only. */
export class Query {
  readonly pairs: readonly QueryPair[];
  readonly #first: ReadonlyMap<string, string>;

  constructor(pairs: readonly QueryPair[]) {
    this.pairs = pairs;
    this.#first = new Map([...pairs].reverse());
  }

  get(name: string): string | undefined {
    return this.#first.get(name);
  }

  has(name: string): boolean {
    return this.#first.has(name);
  }

  /** True when a name is given twice: a signed request that could be read two ways must not be read at all. */
  hasRepeatedNames(): boolean {
    return this.#first.size !== this.pairs.length;
  }
}

/** Parses the request line's target. Dots are never resolved: keys are opaque and never become file names. */
export function parseRequestTarget(url: string): RequestTarget {
  const [path = '', rawQuery = ''] = splitOnce(url, '?');
  if (!path.startsWith('/')) throw new S3Error('InvalidURI');
  const segments = path.split('/').map(decode);
  const [, bucket = '', ...rest] = segments;
  const key = rest.join('/');
  if (key.includes('\0') || bucket.includes('\0')) throw new S3Error('InvalidURI');
  const pairs = rawQuery.split('&').filter(Boolean).map(parsePair);
  return { segments, bucket, key, query: new Query(pairs) };
}

function parsePair(text: string): QueryPair {
  const [name = '', value = ''] = splitOnce(text, '=');
  return [decode(name), decode(value)];
}

function splitOnce(text: string, separator: string): string[] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new S3Error('InvalidURI');
  }
}
