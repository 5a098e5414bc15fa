import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import type { Payload } from '../sigv4/payload.ts';
import type { RequestTarget } from './request-target.ts';

/** Headers by lower-case name; repeated ones are joined by the HTTP parser. */
export type HeaderMap = Readonly<Record<string, string | undefined>>;

/** A request whose signature holds. `headers` include the `x-amz-*` ones a presigned URL carried in its query. */
export interface S3Request extends RequestTarget {
  readonly method: string;
  readonly headers: HeaderMap;
  readonly payload: Payload;
  /** Tells a client that waits for `100 Continue` to go on, and hands over the body as it came over the wire. */
  readonly openBody: () => IncomingMessage;
}

/** What a handler answers: XML text, a stream, or headers alone. */
export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string | number>>;
  readonly xml?: string;
  readonly stream?: Readable;
}

/** Header values as strings: S3 uses none that Node keeps as a list. */
export function headerMap(request: IncomingMessage): Record<string, string | undefined> {
  const entries = Object.entries(request.headers).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join(', ') : value,
  ]);
  return Object.fromEntries(entries) as Record<string, string | undefined>;
}
