import type { HeaderMap } from '../protocol/messages.ts';
import type { QueryPair, RequestTarget } from '../protocol/request-target.ts';

/** Percent-encodes all but RFC 3986's unreserved characters, as SigV4 demands. */
export function uriEncode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

export interface CanonicalParts {
  readonly method: string;
  readonly target: RequestTarget;
  readonly headers: HeaderMap;
  /** Lower-case names in the order in which the client signed them. */
  readonly signedHeaders: readonly string[];
  readonly payloadHash: string;
}

/** The canonical request of S3 (path encoded once, never normalised). */
export function canonicalRequest(parts: CanonicalParts): string {
  const { method, target, headers, signedHeaders, payloadHash } = parts;
  return [
    method,
    target.segments.map(uriEncode).join('/'),
    canonicalQuery(target.query.pairs),
    signedHeaders.map((name) => `${name}:${canonicalValue(headers[name])}\n`).join(''),
    signedHeaders.join(';'),
    payloadHash,
  ].join('\n');
}

function canonicalQuery(pairs: readonly QueryPair[]): string {
  return pairs
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => [uriEncode(name), uriEncode(value)] as const)
    .sort(([a, x], [b, y]) => compare(a, b) || compare(x, y))
    .map((pair) => pair.join('='))
    .join('&');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function canonicalValue(value: string | undefined): string {
  return (value ?? '').trim().replace(/ +/g, ' ');
}
