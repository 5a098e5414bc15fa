import { isRefusal } from '@modu/errors';
import { requireUser } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import { priceOfReading } from '../domain/price.ts';
import type { ReadInput } from '../domain/read-request.ts';
import type { Desk } from './desk.ts';
import { findSource } from './find-source.ts';
import type { Quote } from './quote.ts';

/** What reading a file would cost and take. */
export async function quoteReadDocument(desk: Desk, viewer: Viewer, input: ReadInput): Promise<Quote> {
  const file = await findSource(desk, requireUser(viewer, 'documents'), input);
  if (isRefusal(file)) return { credits: 0, estimatedMs: 0, refusal: file };
  return { ...priceOfReading(file), refusal: null };
}
