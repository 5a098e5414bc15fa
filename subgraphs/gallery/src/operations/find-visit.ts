import { refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { hasEnded, hashToken, SHARED_URL_SECONDS, visitEnd } from '../domain/share.ts';
import type { Share } from '../domain/share.ts';
import type { GalleryDeps } from './deps.ts';

/** Assets signs no shorter ones. */
const URL_SECONDS_MIN = 30;

/** A look at a link that goes on. */
export interface Visit {
  readonly share: Share;
  /** So long addresses work that are given out now. */
  readonly urlSeconds: number;
}

/** The link that somebody looked at lately; one that was ended ends that too. */
export async function findVisit(
  visit: string,
  { shares, now }: Pick<GalleryDeps, 'shares' | 'now'>,
): Promise<Visit | Refusal> {
  const visitHash = hashToken(visit);
  const look = visitHash ? await shares.findVisited(visitHash) : undefined;
  const secondsLeft = look ? Math.ceil((visitEnd(look.share, look.at).getTime() - now().getTime()) / 1_000) : 0;
  if (!look || secondsLeft <= 0 || hasEnded(look.share, now())) return visitOver;
  const urlSeconds = Math.max(URL_SECONDS_MIN, Math.min(SHARED_URL_SECONDS, secondsLeft));
  return { share: look.share, urlSeconds };
}

/** The same whether there was never such a look or its time is up. */
export const visitOver = refuse('NOT_FOUND', 'share.over', { path: ['visit'] });
