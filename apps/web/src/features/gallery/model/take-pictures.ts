/** Where an archive of pictures stands. */
export interface ArchiveNews {
  readonly state: 'PREPARING' | 'READY' | 'FAILED';
  readonly problem: string | null;
  readonly url: string | null;
}

/** The steps of taking pictures away, so that they can be tried without a studio. */
export interface TakingSteps {
  /** @returns the archive's id. */
  order(ids: readonly string[]): Promise<string>;
  /** Null when it has expired. */
  look(id: string): Promise<ArchiveNews | null>;
  wait(ms: number): Promise<void>;
}

/** Said by the studio in words of its own. */
export class TakingFailed extends Error {}

const FIRST_LOOK_MS = 400;
const LOOK_EVERY_MS_MAX = 3_000;
/** Two gigabytes take minutes; whoever waits longer is told. */
const WAIT_MS_MAX = 20 * 60_000;

/** Has pictures packed into one file and waits until it is there. @returns where it can be fetched. */
export async function packPictures(ids: readonly string[], { order, look, wait }: TakingSteps): Promise<string> {
  const id = await order(ids);
  let pauseMs = FIRST_LOOK_MS;
  for (let waitedMs = 0; waitedMs < WAIT_MS_MAX; waitedMs += pauseMs) {
    await wait(pauseMs);
    pauseMs = Math.min(LOOK_EVERY_MS_MAX, pauseMs * 1.5);
    const news = await look(id);
    if (news === null || news.state === 'FAILED') throw new TakingFailed(news?.problem ?? '');
    if (news.state === 'READY' && news.url !== null) return news.url;
  }
  throw new TakingFailed('');
}
