import { Button, Skeleton } from '@modu/ui';
import { useLocale, useTranslation } from '../../../lib/language/index.ts';
import { Picture } from '../../../lib/pictures/Picture.tsx';
import { Link } from '../../../lib/way/index.ts';
import { formatMoment } from '../../../lib/words/moment.ts';
import { Failed } from '../../../lib/thing/Failed.tsx';
import { inFigures } from '../../../lib/words/figures.ts';
import { useActivity } from '../hooks/useActivity.ts';
import { gather } from '../model/happenings.ts';
import type { Happening } from '../model/happenings.ts';

const PICTURES_SHOWN = 6;

const SENTENCES = {
  IMAGE_MADE: 'made',
  SHARE_MADE: 'shared',
  SHARE_VIEWED: 'viewed',
  SHARE_REVOKED: 'revoked',
} as const;

/** What happened lately, a line for what belongs together. */
export function ActivityFeed() {
  const { t } = useTranslation(['dashboard', 'shell']);
  const activity = useActivity();
  const { data, isPending, hasNextPage, fetchNextPage, isFetchingNextPage } = activity;
  const lines = gather(data?.pages.flatMap(({ edges }) => edges.map(({ node }) => node)) ?? []);
  return (
    <section className="feed" aria-labelledby="feed-title">
      <h2 id="feed-title" className="feed__title">
        {t('dashboard:activity')}
      </h2>
      {activity.isError && <Failed title={t('dashboard:activityFailed')} query={activity} />}
      {isPending && <Skeleton height="120px" />}
      {data && lines.length === 0 && <p className="feed__none">{t('dashboard:nothingHappened')}</p>}
      <ol className="feed__lines">
        {lines.map((line) => (
          <FeedLine key={line.id} line={line} />
        ))}
      </ol>
      {hasNextPage && (
        <Button onPress={() => void fetchNextPage()} isPending={isFetchingNextPage}>
          {t('dashboard:more')}
        </Button>
      )}
    </section>
  );
}

function FeedLine({ line }: { readonly line: Happening }) {
  const { t } = useTranslation('dashboard');
  const locale = useLocale();
  const { kind, count, images, board, at } = line;
  const formatted = inFigures(count);
  return (
    <li className="feed__line">
      <p className="feed__words">
        {kind !== 'BOARD_MADE' && t(SENTENCES[kind], { count, formatted })}
        {kind === 'BOARD_MADE' && board === null && t('boardMade', { name: t('boardGone') })}
        {kind === 'BOARD_MADE' && board !== null && (
          <Link to="/boards/$boardId" params={{ boardId: board.id }}>
            {t('boardMade', { name: board.name })}
          </Link>
        )}
      </p>
      <time dateTime={at} className="feed__time ui-figures">
        {formatMoment(at, locale)}
      </time>
      {images.length > 0 && (
        <ul className="feed__pictures">
          {images.slice(0, PICTURES_SHOWN).map((image) => (
            <li key={image.id}>
              <Link to="/gallery/$imageId" params={{ imageId: image.id }} className="feed__picture">
                <Picture
                  cacheKey={`${image.id}/thumbnail`}
                  url={image.thumbnailUrl}
                  thumbhash={image.thumbhash}
                  width={1}
                  height={1}
                  alt={image.title ?? image.prompt ?? t('untitled')}
                />
              </Link>
            </li>
          ))}
          {images.length > PICTURES_SHOWN && (
            <li className="feed__rest ui-figures">{t('rest', { count: images.length - PICTURES_SHOWN })}</li>
          )}
        </ul>
      )}
    </li>
  );
}
