import type { HeaderMap } from '../protocol/messages.ts';
import type { RequestTarget } from '../protocol/request-target.ts';
import { S3Error } from '../protocol/s3-error.ts';
import { canonicalRequest } from './canonical-request.ts';
import { ChunkSigner } from './chunk-signer.ts';
import { readClaims } from './claims.ts';
import type { Keyring } from './keyring.ts';
import { parseScope, signingKeyOf } from './keyring.ts';
import type { Payload } from './payload.ts';
import { parsePayload } from './payload.ts';
import { ALGORITHM, equalSignatures, scopeText, sha256Hex, signLines } from './signing.ts';

export interface Unproven {
  readonly method: string;
  readonly target: RequestTarget;
  readonly headers: HeaderMap;
}

/**
 * Proves that the holder of the secret made this very request, and says how its body is protected.
 * Throws the `S3Error` a real S3 would answer with.
 */
export function authenticate(request: Unproven, keyring: Keyring, nowMs: number): Payload {
  const claims = readClaims(request.headers, request.target.query, nowMs);
  const scope = parseScope(claims.credential, claims.amzDate, keyring);
  const signingKey = signingKeyOf(keyring, scope);
  const canonical = canonicalRequest({ ...request, ...claims });
  const lines = [ALGORITHM, claims.amzDate, scopeText(scope), sha256Hex(canonical)];
  if (!equalSignatures(signLines(signingKey, lines), claims.signature)) throw new S3Error('SignatureDoesNotMatch');
  const { amzDate, signature: seedSignature } = claims;
  return parsePayload(
    claims.payloadHash,
    () => new ChunkSigner({ signingKey, amzDate, scope: scopeText(scope), seedSignature }),
  );
}

const SIGNATURE_PARAMETER = /^x-amz-(algorithm|credential|date|expires|signedheaders|signature|content-sha256)$/;

/** A presigner moves `x-amz-*` headers into the signed query; handlers find them where they would otherwise be. */
export function withHoistedHeaders(headers: HeaderMap, target: RequestTarget): HeaderMap {
  const hoisted = target.query.pairs
    .map(([name, value]) => [name.toLowerCase(), value] as const)
    .filter(([name]) => name.startsWith('x-amz-') && !SIGNATURE_PARAMETER.test(name));
  return { ...Object.fromEntries(hoisted), ...headers };
}
