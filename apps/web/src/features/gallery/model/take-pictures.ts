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

/** What is still to be taken and what has come: with it a taking goes on after a reload. */
export interface Left {
  readonly rest: readonly string[];
  readonly files: number;
  /** Pictures in those files. */
  readonly taken: number;
  /** Names the order of the next file: asked again, it is the same archive. */
  readonly key: string;
}

/** The steps of taking pictures away, so that they can be tried without a studio. */
export interface TakingSteps {
  /** @returns the archive's id. */
  order(ids: readonly string[], key: string): Promise<string>;
  /** Null when it has expired. */
  look(id: string): Promise<ArchiveNews | null>;
  wait(ms: number): Promise<void>;
  /** Has the browser fetch a file. */
  fetchFile(url: string): void;
  tell(news: TakingNews): void;
  /** Called before each file; null when nothing is left to go on with. */
  keep(left: Left | null): void;
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

/** Nothing has come yet. */
export const allOf = (ids: readonly string[]): Left => ({ rest: ids, files: 0, taken: 0, key: crypto.randomUUID() });

/**
 * Takes pictures away in as many files as they need, one after the other: of a thousand, and of what an archive holds. It ends
 * where a file fails; what came before has come. An end that nobody told, as that of the line or the page, leaves it kept.
 */
export async function takePictures(from: Left, steps: TakingSteps): Promise<Taken> {
  let left = from;
  try {
    while (left.rest.length > 0) {
      steps.keep(left);
      left = await takePart(left, steps);
    }
    steps.keep(null);
    return endOf(left, null);
  } catch (error) {
    if (!(error instanceof TakingFailed)) return endOf(left, null);
    steps.keep(null);
    return endOf(left, error.message === '' ? null : error.message);
  }
}

const endOf = ({ key: _, ...left }: Left, problem: string | null): Taken => ({ ...left, problem });

/** @returns what is left after the next file. */
async function takePart({ rest, files, taken, key }: Left, steps: TakingSteps): Promise<Left> {
  if (files > 0) await steps.wait(BETWEEN_FILES_MS);
  steps.tell({ part: files + 1, parts: files + Math.ceil(rest.length / PART_MAX), taken });
  const { url, packedCount, leftIds } = await packPart(rest.slice(0, PART_MAX), key, steps);
  steps.fetchFile(url);
  return { ...allOf([...leftIds, ...rest.slice(PART_MAX)]), files: files + 1, taken: taken + packedCount };
}

type PackedPart = Pick<ArchiveNews, 'packedCount' | 'leftIds'> & { readonly url: string };

/** Has pictures packed into one file and waits until it is there. */
async function packPart(ids: readonly string[], key: string, { order, look, wait }: TakingSteps): Promise<PackedPart> {
  const id = await order(ids, key);
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
