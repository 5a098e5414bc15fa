import { toRefusalPayload } from '@modu/errors';
import type { GenerationContext } from '../../context.ts';
import { messages } from '../../messages.ts';
import { quoteImage as quote } from '../../operations/quote-image.ts';
import type { QuoteInput } from '../../operations/quote-image.ts';

export const quoteImage = async (
  _: unknown,
  { input }: { input: QuoteInput },
  { atelier, viewer }: GenerationContext,
) => {
  const { refusal, ...price } = await quote(atelier, viewer, input);
  return { ...price, refusal: refusal && toRefusalPayload(refusal, viewer.locale, messages) };
};
