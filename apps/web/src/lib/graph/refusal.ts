/** A refusal as every mutation of the API may answer it; the message is in the viewer's language. */
export interface Refusal {
  readonly __typename: 'Refusal';
  readonly code: string;
  readonly message: string;
  readonly path?: readonly string[] | null;
  readonly retryAfterMs?: number | null;
}

/** Tells a refusal from the thing that was asked for. */
export function isRefusal<T extends { readonly __typename: string }>(
  result: T,
): result is Extract<T, { readonly __typename: 'Refusal' }> {
  return result.__typename === 'Refusal';
}

/** The last name in the path of the field that was wrong, `prompt` of `input.prompt`; null when it is about no field. */
export function refusedField(refusal: Pick<Refusal, 'path'>): string | null {
  return refusal.path?.at(-1) ?? null;
}

/** The sentence of a refusal that was thrown as a plain Error; undefined for errors of ours, which speak English to whoever mends them. */
export function saidOf(error: Error): string | undefined {
  return error.name === 'Error' && error.message !== '' ? error.message : undefined;
}
