import { isRefusal } from './refusal.ts';

/** How many ids the API takes at a time. */
export const IDS_MAX = 1_000;

/**
 * Sends a change of many things, a part that the API takes after the other, until one is refused.
 * @returns the last answer: of the part that was refused, if one was.
 */
export async function inParts<T extends { readonly __typename: string }>(
  ids: readonly string[],
  send: (part: string[]) => Promise<T>,
): Promise<T> {
  let answer = await send(ids.slice(0, IDS_MAX));
  for (let from = IDS_MAX; from < ids.length && !isRefusal(answer); from += IDS_MAX) {
    answer = await send(ids.slice(from, from + IDS_MAX));
  }
  return answer;
}
