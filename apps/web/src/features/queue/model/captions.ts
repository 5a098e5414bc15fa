import { createKeptValue, OWN_PREFIX } from '../../../lib/keep/kept-value.ts';

const CAPTIONS_MAX = 60;

/** Job id → the words it was started with, which the API only tells once there is a picture. */
export type Captions = Readonly<Record<string, string>>;

/** Reads stored captions; whatever is not a sentence is left out. */
export function parseCaptions(stored: unknown): Captions {
  if (typeof stored !== 'object' || stored === null) return {};
  return Object.fromEntries(
    Object.entries(stored).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

/** Adds a caption and lets the oldest ones go. */
export function withCaption(captions: Captions, { jobId, caption }: { jobId: string; caption: string }): Captions {
  const others = Object.entries(captions).filter(([id]) => id !== jobId);
  return Object.fromEntries([...others, [jobId, caption]].slice(-CAPTIONS_MAX));
}

/** The captions of this browser. */
export const keptCaptions = createKeptValue<Captions>({ key: `${OWN_PREFIX}captions`, parse: parseCaptions });

/** Remembers the words a job was started with. */
export function rememberCaption(entry: { jobId: string; caption: string }): void {
  keptCaptions.set(withCaption(keptCaptions.get(), entry));
}
