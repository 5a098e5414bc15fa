import type { HeaderMap, Reply } from './protocol/messages.ts';
import { S3Error } from './protocol/s3-error.ts';

const METHODS = ['GET', 'HEAD', 'PUT', 'POST'];
const EXPOSED = 'ETag, Content-Range, Accept-Ranges, x-amz-request-id, x-amz-checksum-sha256';
const PREFLIGHT_MAX_AGE_SECONDS = 3000;
/** Pages of this very machine: a second studio beside the one that started this server has another port. */
const LOOPBACK = /^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/;

/** Headers that let a page of an allowed origin read the answer; none for others. */
export function corsHeaders(headers: HeaderMap, origins: readonly string[]): Record<string, string> {
  const origin = headers['origin'];
  if (origin === undefined) return {};
  const isAllowed = LOOPBACK.test(origin) || origins.includes(origin) || origins.includes('*');
  if (!isAllowed) return { vary: 'Origin' };
  return { vary: 'Origin', 'access-control-allow-origin': origin, 'access-control-expose-headers': EXPOSED };
}

/** Answers a browser that asks whether it may call. No signature is needed: nothing is told. */
export function preflight(headers: HeaderMap, origins: readonly string[]): Reply {
  const allowed = corsHeaders(headers, origins);
  const method = headers['access-control-request-method'] ?? '';
  if (allowed['access-control-allow-origin'] === undefined || !METHODS.includes(method)) {
    throw new S3Error('AccessForbidden');
  }
  return {
    status: 200,
    headers: {
      'access-control-allow-methods': METHODS.join(', '),
      'access-control-allow-headers': headers['access-control-request-headers'] ?? '',
      'access-control-max-age': PREFLIGHT_MAX_AGE_SECONDS,
      vary: 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method',
    },
  };
}
