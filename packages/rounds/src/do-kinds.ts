import type { Logger } from '@modu/logger';

export interface Kinds {
  /** As the log names what failed: "tidying uploads". */
  readonly name: string;
  readonly logger: Logger;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Does a round of several kinds, one after the other: one that fails is logged under its own name and keeps none behind it from its
 * turn; the next round tries it again. Once `signal` is aborted no other kind begins.
 * @returns of how many each kind told, without those that told of none.
 */
export async function doKinds(
  kinds: Readonly<Record<string, () => Promise<number | void>>>,
  { name, logger, signal }: Kinds,
): Promise<Readonly<Record<string, number>>> {
  const done: Record<string, number> = {};
  for (const [kind, act] of Object.entries(kinds)) {
    if (signal?.aborted) break;
    try {
      const count = await act();
      if (count) done[kind] = count;
    } catch (error) {
      if (!signal?.aborted) logger.error({ err: error, kind }, `${name} failed; the next round tries again`);
    }
  }
  return done;
}
