import { z } from 'zod';

/** Looks at words before anything is made of them. */
export interface Moderator {
  /** Looks at several texts at once: one that may not be used refuses them all. Rejects when nobody can say: then nothing is made. */
  review(texts: readonly string[]): Promise<'ALLOWED' | 'REFUSED'>;
}

/** Lets everything pass: for studios that look at words elsewhere, or not at all. */
export const openDoor: Moderator = { review: () => Promise.resolve('ALLOWED') };

const answer = z.object({ results: z.array(z.object({ flagged: z.boolean() })) });
const TIMEOUT_MS = 5_000;

/** Asks a service that speaks as OpenAI's `POST /v1/moderations` does. */
export function createModerator({ url, key }: { readonly url: string; readonly key?: string | undefined }): Moderator {
  return {
    review: async (texts) => {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(key ? { authorization: `Bearer ${key}` } : {}) },
        body: JSON.stringify({ input: texts }),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      if (!response.ok) {
        await response.body?.cancel();
        throw new Error(`The moderation service answered HTTP ${response.status}.`);
      }
      const { results } = answer.parse(await response.json());
      if (results.some(({ flagged }) => flagged)) return 'REFUSED';
      // A text without a result was not looked at.
      if (results.length !== texts.length) throw new Error('The moderation service did not look at all texts.');
      return 'ALLOWED';
    },
  };
}
