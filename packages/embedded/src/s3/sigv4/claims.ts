import type { HeaderMap } from '../protocol/messages.ts';
import type { Query } from '../protocol/request-target.ts';
import { S3Error } from '../protocol/s3-error.ts';
import { ALGORITHM, parseAmzDate } from './signing.ts';

const SKEW_MAX_MS = 15 * 60 * 1000;
const EXPIRES_MAX_SECONDS = 7 * 24 * 60 * 60;

/** What a request says about its own signature, its time checked, nothing proven yet. */
export interface SignatureClaims {
  readonly presigned: boolean;
  readonly credential: string;
  readonly amzDate: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
  readonly payloadHash: string;
}

/** Reads the claims from the query (presigned) or the Authorization header. No claims at all is anonymous: refused. */
export function readClaims(headers: HeaderMap, query: Query, nowMs: number): SignatureClaims {
  const claims = query.has('X-Amz-Signature') ? claimsOfQuery(headers, query, nowMs) : claimsOfHeader(headers, nowMs);
  if (!claims.signedHeaders.includes('host')) throw new S3Error('AccessDenied', 'The host header must be signed.');
  const unsigned = Object.keys(headers).find((name) => name.startsWith('x-amz-') && !isCovered(name, claims));
  if (unsigned !== undefined) {
    throw new S3Error('AccessDenied', `There were headers present in the request which were not signed: ${unsigned}`);
  }
  return claims;
}

// The payload hash is a line of the canonical request itself, so it is covered even when its header is not signed.
function isCovered(name: string, claims: SignatureClaims): boolean {
  return claims.signedHeaders.includes(name) || (claims.presigned && name === 'x-amz-content-sha256');
}

function claimsOfQuery(headers: HeaderMap, query: Query, nowMs: number): SignatureClaims {
  const text = (name: string): string => query.get(`X-Amz-${name}`) ?? '';
  const startMs = parseAmzDate(text('Date'));
  const expiresSeconds = /^\d{1,6}$/.test(text('Expires')) ? Number(text('Expires')) : Number.NaN;
  const inRange = expiresSeconds >= 1 && expiresSeconds <= EXPIRES_MAX_SECONDS;
  if (text('Algorithm') !== ALGORITHM || Number.isNaN(startMs) || !inRange || query.hasRepeatedNames()) {
    throw new S3Error('AuthorizationQueryParametersError');
  }
  if (nowMs > startMs + expiresSeconds * 1000) throw new S3Error('AccessDenied', 'Request has expired');
  if (startMs > nowMs + SKEW_MAX_MS) throw new S3Error('AccessDenied', 'Request is not valid yet');
  return {
    presigned: true,
    credential: text('Credential'),
    amzDate: text('Date'),
    signedHeaders: text('SignedHeaders').split(';'),
    signature: text('Signature'),
    payloadHash: headers['x-amz-content-sha256'] ?? query.get('X-Amz-Content-Sha256') ?? 'UNSIGNED-PAYLOAD',
  };
}

const AUTHORIZATION =
  /^AWS4-HMAC-SHA256\s+Credential=([^,\s]+),\s*SignedHeaders=([^,\s]+),\s*Signature=([0-9a-f]{64})$/;

function claimsOfHeader(headers: HeaderMap, nowMs: number): SignatureClaims {
  const authorization = headers['authorization'];
  if (authorization === undefined) throw new S3Error('AccessDenied', 'Anonymous access is not allowed.');
  const match = AUTHORIZATION.exec(authorization);
  if (!match) throw new S3Error('AuthorizationHeaderMalformed');
  const [, credential = '', signedHeaders = '', signature = ''] = match;
  const amzDate = headers['x-amz-date'] ?? '';
  const payloadHash = headers['x-amz-content-sha256'];
  if (payloadHash === undefined) throw new S3Error('InvalidRequest', 'x-amz-content-sha256 is required.');
  const skewMs = Math.abs(nowMs - parseAmzDate(amzDate));
  if (Number.isNaN(skewMs)) throw new S3Error('AccessDenied', 'x-amz-date is required, as YYYYMMDDTHHMMSSZ.');
  if (skewMs > SKEW_MAX_MS) throw new S3Error('RequestTimeTooSkewed');
  return { presigned: false, credential, amzDate, signedHeaders: signedHeaders.split(';'), signature, payloadHash };
}
