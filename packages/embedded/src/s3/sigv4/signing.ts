import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

export const ALGORITHM = 'AWS4-HMAC-SHA256';

export interface CredentialScope {
  readonly accessKeyId: string;
  /** `YYYYMMDD`. */
  readonly day: string;
  readonly region: string;
  readonly service: string;
}

export function sha256Hex(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

function hmac(key: string | Uint8Array, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

/** The key of one day, region and service (AWS Signature Version 4, "derive a signing key"). */
export function deriveSigningKey(secretAccessKey: string, scope: CredentialScope): Buffer {
  const dayKey = hmac(`AWS4${secretAccessKey}`, scope.day);
  return hmac(hmac(hmac(dayKey, scope.region), scope.service), 'aws4_request');
}

export function scopeText(scope: CredentialScope): string {
  return `${scope.day}/${scope.region}/${scope.service}/aws4_request`;
}

/** Hex signature over lines: the algorithm, the time, the scope and what is being signed. */
export function signLines(signingKey: Uint8Array, lines: readonly string[]): string {
  return hmac(signingKey, lines.join('\n')).toString('hex');
}

export function signText(signingKey: Uint8Array, text: string): string {
  return hmac(signingKey, text).toString('hex');
}

/** Compares without telling by its duration how much was right. */
export function equalSignatures(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Milliseconds of `YYYYMMDDTHHMMSSZ`, or NaN. */
export function parseAmzDate(text: string): number {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text);
  if (!match) return Number.NaN;
  const [, year, month, day, hour, minute, second] = match;
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}
