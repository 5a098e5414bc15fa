import { GraphError, isRefusal } from '../graph/index.ts';
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

/** Turns what the graph threw into a problem of the upload; throws the signal's reason when the viewer stopped it. */
export async function asUploadError<T>(answer: Promise<T>, signal: AbortSignal): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    if (error instanceof GraphError && error.code === 'UNREACHABLE') throw new UploadError({ kind: 'network' });
    throw new UploadError({ kind: 'unknown', traceId: error instanceof GraphError ? error.traceId : null });
  }
}
