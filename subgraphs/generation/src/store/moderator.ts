import { z } from 'zod';

/** Looks at words before anything is made of them. */
export interface Moderator {
  /** Rejects when nobody can say: then nothing is made. */
  review(words: string): Promise<'ALLOWED' | 'REFUSED'>;
}

/** Lets everything pass: for studios that look at words elsewhere, or not at all. */
export const openDoor: Moderator = { review: () => Promise.resolve('ALLOWED') };

const answer = z.object({ results: z.array(z.object({ flagged: z.boolean() })).min(1) });
const TIMEOUT_MS = 5_000;

/** Asks a service that speaks as OpenAI's `POST /v1/moderations` does. */
export function createModerator({ url, key }: { readonly url: string; readonly key?: string | undefined }): Moderator {
  return {
    review: async (words) => {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(key ? { authorization: `Bearer ${key}` } : {}) },
        body: JSON.stringify({ input: words }),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      if (!response.ok) {
        await response.body?.cancel();
        throw new Error(`The moderation service answered HTTP ${response.status}.`);
      }
      return answer.parse(await response.json()).results.some(({ flagged }) => flagged) ? 'REFUSED' : 'ALLOWED';
    },
  };
}
