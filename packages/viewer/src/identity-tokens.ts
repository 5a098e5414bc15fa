import { createHmac, createSecretKey, hash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { createOnce } from './once.ts';
import { parseViewer } from './parse-viewer.ts';
import { Pass } from './pass.ts';
import type { LocalQuestion } from './pass.ts';
import type { Viewer } from './viewer.ts';

/** A request as it travels: to whom, and its whole body. */
export interface SignedRequest {
  readonly audience: string;
  readonly text: string;
}

/** A token that is ours, not over, and meant for whom it reached; whether for the body it came with, `claim` tells. */
export interface SignedIdentity {
  /** Absent when the body says who asks, entry by entry. */
  readonly viewer: Viewer | undefined;
  /** Whether it was signed for this body. True once: the second time it is a replay. */
  claim(text: string): boolean;
}

export interface IdentityTokens {
  /** A token for one request, valid for half a minute. Without a viewer the body itself says who asks. */
  sign(viewer: Viewer | undefined, request: SignedRequest): string;
  /** Reads a token before the body is; `undefined` when it is missing, forged, over or for someone else. */
  read(token: string | null | undefined, audience: string): SignedIdentity | undefined;
  /** The viewer of a token that came with this request; `undefined` when it is not for it, or came before. */
  verify(token: string | null | undefined, request: SignedRequest): Viewer | undefined;
  /** The same within one process, without text. */
  issuePass(viewer: Viewer, question: LocalQuestion): Pass;
  redeemPass(pass: Pass, question: LocalQuestion): Viewer | undefined;
}

interface Claims {
  readonly aud: string;
  readonly exp: number;
  readonly jti: string;
  readonly digest: string;
  readonly viewer?: unknown;
}

/** Longer than any request waits for its turn and travels; clocks of our processes may differ by less. */
const LIFETIME_MS = 30_000;
const HEADER = Buffer.from('{"alg":"HS256"}').toString('base64url');

/**
 * Identity between our processes: JWTs (HS256) over a secret that only they hold, each bound to one request: its subgraph, the digest of
 * its body, its end, and a number that is taken once. Made with node:crypto at once: a library that signs in another thread costs more
 * than the signature.
 */
export function createIdentityTokens(internalSecret: string): IdentityTokens {
  const key = createSecretKey(Buffer.from(internalSecret));
  const spent = createOnce({ keptMs: LIFETIME_MS });
  const series = randomBytes(9).toString('base64url');
  let count = 0;

  const read: IdentityTokens['read'] = (token, audience) => {
    const claims = token ? openToken(token, key) : undefined;
    const endsAtMs = (claims?.exp ?? 0) * 1_000;
    if (!claims || claims.aud !== audience || Date.now() >= endsAtMs) return undefined;
    const viewer = claims.viewer === undefined ? undefined : parseViewer(claims.viewer);
    if (claims.viewer !== undefined && !viewer) return undefined;
    return { viewer, claim: (text) => digestOf(text) === claims.digest && spent.isFirst(claims.jti, Date.now()) };
  };
  return {
    sign: (viewer, { audience, text }) => {
      const exp = (Date.now() + LIFETIME_MS) / 1_000;
      const jti = `${series}${(count++).toString(36)}`;
      const claims: Claims = { aud: audience, exp, jti, digest: digestOf(text), viewer };
      const signed = `${HEADER}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}`;
      return `${signed}.${macOf(signed, key).toString('base64url')}`;
    },
    read,
    verify: (token, { audience, text }) => {
      const signed = read(token, audience);
      return signed?.claim(text) ? signed.viewer : undefined;
    },
    issuePass: (viewer, question) => new Pass(key, viewer, question),
    redeemPass: (pass, question) => Pass.redeem(pass, key, question),
  };
}

function digestOf(text: string): string {
  return hash('sha256', text, 'base64url');
}

function macOf(signed: string, key: KeyObject): Buffer {
  return createHmac('sha256', key).update(signed).digest();
}

/** The claims of a token whose signature is ours. Only our own header is taken, so no other algorithm can be asked for. */
function openToken(token: string, key: KeyObject): Claims | undefined {
  const end = token.lastIndexOf('.');
  if (!token.startsWith(`${HEADER}.`) || end <= HEADER.length) return undefined;
  const signed = token.slice(0, end);
  const given = Buffer.from(token.slice(end + 1), 'base64url');
  const expected = macOf(signed, key);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  return JSON.parse(Buffer.from(signed.slice(HEADER.length + 1), 'base64url').toString()) as Claims;
}
