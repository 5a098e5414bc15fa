/** Something to be heard about one job. News of progress is only worth hearing while it is new; an end always is. */
export interface News {
  readonly jobId: string;
  readonly isEnd: boolean;
  readonly sentence: string;
}

export interface PacerOptions {
  /** `isEnd` when it tells of an end, which is not to be lost. */
  readonly say: (sentence: string, isEnd: boolean) => void;
  /** One sentence for more jobs than can be listened to one by one. */
  readonly summary: (count: number) => string;
  /** At least this long between two sentences. */
  readonly gapMs?: number;
  readonly now?: () => number;
}

const GAP_MS = 2_500;
const ONE_BY_ONE_MAX = 3;

/**
 * The one voice for all jobs: never two sentences at once, never a backlog. What comes while it is silent waits; of one job only
 * the latest, and of many jobs one sentence for all.
 */
export function createPacer({ say, summary, gapMs = GAP_MS, now = () => performance.now() }: PacerOptions) {
  let waiting = new Map<string, News>();
  let quietUntil = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const speak = () => {
    timer = undefined;
    const news = [...waiting.values()];
    waiting = new Map();
    if (news.length === 0) return;
    quietUntil = now() + gapMs;
    const ends = news.filter(({ isEnd }) => isEnd);
    const worth = ends.length > 0 ? ends : news;
    const isMany = worth.length > ONE_BY_ONE_MAX;
    say(isMany ? summary(worth.length) : worth.map(({ sentence }) => sentence).join('. '), ends.length > 0);
  };

  return {
    tell: (news: News): void => {
      const known = waiting.get(news.jobId);
      if (known?.isEnd !== true) waiting.set(news.jobId, news);
      if (timer !== undefined) return;
      const waitMs = quietUntil - now();
      if (waitMs <= 0) speak();
      else timer = setTimeout(speak, waitMs);
    },
    stop: (): void => {
      clearTimeout(timer);
      timer = undefined;
      waiting = new Map();
    },
  };
}
