/** Where an archive of pictures stands. */
export interface ArchiveNews {
  readonly state: 'PREPARING' | 'READY' | 'FAILED';
  readonly packedCount: number;
  /** Pictures that did not fit into it. */
  readonly leftIds: readonly string[];
  readonly problem: string | null;
  readonly url: string | null;
}

/** How far the taking is: which file is packed now, of how many, and how many pictures are in those before it. */
export interface TakingNews {
  readonly part: number;
  readonly parts: number;
  readonly taken: number;
}

/** The steps of taking pictures away, so that they can be tried without a studio. */
export interface TakingSteps {
  /** @returns the archive's id. */
  order(ids: readonly string[]): Promise<string>;
  /** Null when it has expired. */
  look(id: string): Promise<ArchiveNews | null>;
  wait(ms: number): Promise<void>;
  /** Has the browser fetch a file. */
  fetchFile(url: string): void;
  tell(news: TakingNews): void;
}

/** Said by the studio in words of its own. */
export class TakingFailed extends Error {}

/** How the taking ended. */
export interface Taken {
  readonly files: number;
  /** Pictures in those files. */
  readonly taken: number;
  /** Pictures to ask for again; none when all came. */
  readonly rest: readonly string[];
  /** Why the rest did not come; null where the studio knows no more than that. */
  readonly problem: string | null;
}

/** The API takes so many into one file. */
export const PART_MAX = 1_000;

const FIRST_LOOK_MS = 400;
const LOOK_EVERY_MS_MAX = 3_000;
/** Two gigabytes take minutes; whoever waits longer is told. */
const WAIT_MS_MAX = 20 * 60_000;
/** The next file waits until the browser has begun with the one before: it would break off. */
const BETWEEN_FILES_MS = 2_000;
/** A line that fails for a moment is no end: the archive is packed all the same. */
const LOOKS_LOST_MAX = 3;

/**
 * Takes pictures away in as many files as they need, one after the other: of a thousand, and of what an archive holds. It ends
 * where a file fails; what came before has come.
 */
export async function takePictures(ids: readonly string[], steps: TakingSteps): Promise<Taken> {
  let rest = ids;
  let files = 0;
  let taken = 0;
  try {
    while (rest.length > 0) {
      if (files > 0) await steps.wait(BETWEEN_FILES_MS);
      steps.tell({ part: files + 1, parts: files + Math.ceil(rest.length / PART_MAX), taken });
      const part = rest.slice(0, PART_MAX);
      const { url, packedCount, leftIds } = await packPart(part, steps);
      steps.fetchFile(url);
      rest = [...leftIds, ...rest.slice(PART_MAX)];
      files += 1;
      taken += packedCount;
    }
    return { files, taken, rest, problem: null };
  } catch (error) {
    const problem = error instanceof TakingFailed && error.message !== '' ? error.message : null;
    return { files, taken, rest, problem };
  }
}

type PackedPart = Pick<ArchiveNews, 'packedCount' | 'leftIds'> & { readonly url: string };

/** Has pictures packed into one file and waits until it is there. */
async function packPart(ids: readonly string[], { order, look, wait }: TakingSteps): Promise<PackedPart> {
  const id = await order(ids);
  let pauseMs = FIRST_LOOK_MS;
  let lost = 0;
  for (let waitedMs = 0; waitedMs < WAIT_MS_MAX; waitedMs += pauseMs) {
    await wait(pauseMs);
    pauseMs = Math.min(LOOK_EVERY_MS_MAX, pauseMs * 1.5);
    const news = await look(id).catch((error: unknown) => {
      if (++lost > LOOKS_LOST_MAX) throw error;
      return undefined;
    });
    if (news === undefined) continue;
    lost = 0;
    if (news === null || news.state === 'FAILED') throw new TakingFailed(news?.problem ?? '');
    // Each file takes at least one picture, so the taking comes to an end.
    if (news.leftIds.length >= ids.length) throw new TakingFailed('');
    if (news.state === 'READY' && news.url !== null) return { ...news, url: news.url };
  }
  throw new TakingFailed('');
}
