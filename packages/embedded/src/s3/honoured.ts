import { CHECKSUM_ALGORITHMS } from './body/checksums.ts';
import type { Operation } from './operations/context.ts';
import type { S3Request } from './protocol/messages.ts';
import { S3Error } from './protocol/s3-error.ts';

/** An operation and all it understands of what a request may say. */
export interface Offer {
  readonly run: Operation;
  /** `x-amz-*` headers it honours beside those of the protocol. */
  readonly headers: readonly string[];
  /** Whether it keeps `x-amz-meta-*`. */
  readonly keepsMetadata: boolean;
  /** The query names it honours, for operations whose answer they change; others pass over names they do not know, as S3 does. */
  readonly query: readonly string[] | undefined;
}

/** Of the signature and of who sends: they ask for nothing. */
const OF_THE_PROTOCOL = new Set(['x-amz-date', 'x-amz-content-sha256', 'x-amz-user-agent']);

/** How the bytes of a body come, and what they must turn out to be. */
export const OF_A_BODY: readonly string[] = [
  'x-amz-decoded-content-length',
  'x-amz-trailer',
  'x-amz-sdk-checksum-algorithm',
  ...CHECKSUM_ALGORITHMS.map((name) => `x-amz-checksum-${name}`),
];

export function offer(run: Operation, honoured: Partial<Omit<Offer, 'run'>> = {}): Offer {
  return { run, headers: [], keepsMetadata: false, query: undefined, ...honoured };
}

/** Refuses what a request says beyond that: a client told 200 believes that all of it was done. */
export function assertHonoured(offered: Offer, { headers, query }: S3Request): void {
  const isKnown = (name: string): boolean =>
    !name.startsWith('x-amz-') ||
    OF_THE_PROTOCOL.has(name) ||
    offered.headers.includes(name) ||
    (offered.keepsMetadata && name.startsWith('x-amz-meta-'));
  const header = Object.keys(headers).find((name) => !isKnown(name));
  if (header !== undefined) throw new S3Error('NotImplemented', `${header} is not offered here.`);
  if (!offered.query) return;
  // `x-id` is the SDK's name of the operation; other x-amz-* of a query are headers, looked at above.
  const isAsked = (name: string): boolean => !/^(x-id$|x-amz-)/i.test(name);
  const parameter = query.pairs.find(([name]) => isAsked(name) && !offered.query?.includes(name));
  if (parameter) throw new S3Error('NotImplemented', `The parameter ${parameter[0]} is not offered here.`);
}
