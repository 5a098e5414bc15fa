import { isRefusal } from '../graph/index.ts';
import type { RefusalPartsFragment } from '../graph/generated/graphql.ts';
import { UploadError } from './upload-error.ts';

/** Gives an answer that is no refusal. Throws UploadError with the server's sentence otherwise. */
export function throwRefused<T extends { readonly __typename: string }>(
  answer: T | RefusalPartsFragment,
): Exclude<T, { __typename: 'Refusal' }> {
  if (isRefusal(answer)) throw refusedError(answer as RefusalPartsFragment);
  return answer as Exclude<T, { __typename: 'Refusal' }>;
}

function refusedError({ code, message }: RefusalPartsFragment): UploadError {
  return new UploadError({ kind: 'refused', code, message });
}
