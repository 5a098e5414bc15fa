import { isCutLine, overCuts } from './over-cuts.ts';
import type { PlannedPart } from './part-plan.ts';
import { putBlob } from './put-blob.ts';
import type { PutOptions } from './put-blob.ts';
import type { rest } from './rest.ts';
import { sha256Of } from './sha256-of.ts';
import { NotTakenError } from './upload-error.ts';

/** Browsers open six connections to one host; some are left for the page. */
const SENT_AT_ONCE = 4;

export type SignedPart = Pick<PutOptions, 'url' | 'headers'>;

export interface PutPartsOptions {
  readonly file: Blob;
  readonly parts: readonly PlannedPart[];
  /** Bytes that have arrived before. */
  readonly receivedBytes: number;
  readonly sign: (part: { readonly number: number; readonly sha256: string }) => Promise<SignedPart>;
  readonly signal: AbortSignal;
  readonly onSent: (sentBytes: number) => void;
  readonly put?: (options: PutOptions) => Promise<string>;
  readonly rest?: typeof rest;
}

/**
 * Sends parts, some at once. A cut line, or an address that has ended, costs one part, which is signed and sent again after a while. The first part that
 * can't be sent ends all. Throws UploadError, or the signal's reason.
 */
export async function putParts(options: PutPartsOptions): Promise<void> {
  const { parts, receivedBytes, onSent } = options;
  const failed = new AbortController();
  const signal = AbortSignal.any([options.signal, failed.signal]);
  const sentOf = new Map<number, number>();
  const report = (number: number, sentBytes: number) => {
    sentOf.set(number, sentBytes);
    onSent([...sentOf.values()].reduce((sum, bytes) => sum + bytes, receivedBytes));
  };
  const waiting = [...parts];
  const work = async () => {
    for (let part = waiting.shift(); part !== undefined && !signal.aborted; part = waiting.shift()) {
      const { number } = part;
      await putPart(part, { ...options, signal, onSent: (bytes) => report(number, bytes) });
      report(number, part.to - part.from);
    }
  };
  const workers = Array.from({ length: SENT_AT_ONCE }, () => work().catch((error: unknown) => failed.abort(error)));
  await Promise.all(workers);
  if (options.signal.aborted) throw options.signal.reason;
  if (failed.signal.aborted) throw failed.signal.reason;
}

/** A cut line, or an address that ended before the bytes were sent: the next one is good. */
const isPassing = (error: unknown) => error instanceof NotTakenError || isCutLine(error);

async function putPart(part: PlannedPart, options: PutPartsOptions): Promise<void> {
  const { file, signal, onSent, put = putBlob, rest: wait } = options;
  const body = file.slice(part.from, part.to);
  const sha256 = await sha256Of(body);
  const send = async () => {
    onSent(0);
    const { url, headers } = await options.sign({ number: part.number, sha256 });
    await put({ method: 'PUT', url, headers, body, signal, onSent });
  };
  await overCuts(send, { signal, isPassing, ...(wait && { wait }) });
}
