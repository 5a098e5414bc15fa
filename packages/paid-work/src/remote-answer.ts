import { REFUSAL_CODES } from '@modu/errors';
import { z } from 'zod';

/** A refusal of another domain: its code counts, its sentence is for the log. */
export const remoteRefusal = z.object({
  __typename: z.literal('Refusal'),
  code: z.enum(REFUSAL_CODES),
  message: z.string(),
  retryAfterMs: z.number().nullish(),
});
export type RemoteRefusal = z.output<typeof remoteRefusal>;

/** What a mutation asks for of the refusal in its result union. */
export const ON_REFUSAL = '... on Refusal { __typename code message retryAfterMs }';

export function isRemoteRefusal(answer: object): answer is RemoteRefusal {
  return '__typename' in answer && answer.__typename === 'Refusal';
}
