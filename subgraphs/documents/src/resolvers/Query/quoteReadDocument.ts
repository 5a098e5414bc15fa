import { toRefusalPayload } from '@modu/errors';
import type { DocumentsContext } from '../../context.ts';
import type { ReadInput } from '../../domain/read-request.ts';
import { messages } from '../../messages.ts';
import { quoteReadDocument as quote } from '../../operations/quote-read-document.ts';

export const quoteReadDocument = async (
  _: unknown,
  { input }: { input: ReadInput },
  { desk, viewer }: DocumentsContext,
) => {
  const { refusal, ...price } = await quote(desk, viewer, input);
  return { ...price, refusal: refusal && toRefusalPayload(refusal, viewer.locale, messages) };
};
