import type { Refusal } from '@modu/errors';
import type { Price } from '../domain/price.ts';

/** What a wish would cost and take, or why it is none. */
export interface Quote extends Price {
  readonly refusal: Refusal | null;
}
