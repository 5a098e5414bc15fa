import { PlainButton, Skeleton } from '@modu/ui';
import { useQuery } from '@tanstack/react-query';
import { Ban, Eye, KeyRound } from 'lucide-react';
import { BoardShareViewsDocument, ShareViewsDocument } from '../../../lib/graph/generated/graphql.ts';
import type { ShareViewOutcome, ShareViewPartsFragment } from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/index.ts';
import { useLocale, useTranslation } from '../../../lib/language/index.ts';
import { FailureNotice } from '../../../lib/trace/index.ts';
import { formatMoment } from '../../../lib/words/moment.ts';
import { sharesKey } from '../model/shared-thing.ts';
import type { SharedThing } from '../model/shared-thing.ts';

const VIEWS_MAX = 100;
const ICONS = { SHOWN: Eye, WRONG_PASSWORD: KeyRound, OVER: Ban } as const satisfies Record<ShareViewOutcome, unknown>;

async function read({ kind, id }: SharedThing, signal: AbortSignal): Promise<readonly ShareViewPartsFragment[]> {
  if (kind === 'board') return (await request(BoardShareViewsDocument, { id }, { signal })).board?.shares ?? [];
  return (await request(ShareViewsDocument, { id }, { signal })).image?.shares ?? [];
}

export interface ShareViewsProps {
  readonly thing: SharedThing;
  readonly shareId: string;
  readonly id: string;
  readonly label: string;
}

/** Who looked at a link: when, and what came of it. Nobody is named, since nobody signs in to look. */
export function ShareViews({ thing, shareId, id, label }: ShareViewsProps) {
  const { t } = useTranslation(['share', 'shell']);
  const locale = useLocale();
  const { data, isPending, error, refetch } = useQuery({
    queryKey: [...sharesKey(thing), 'views'],
    queryFn: ({ signal }) => read(thing, signal),
    // Somebody may be looking right now.
    staleTime: 0,
  });
  const views = data?.find((share) => share.id === shareId)?.views ?? [];
  const outcomes: Readonly<Record<ShareViewOutcome, string>> = {
    SHOWN: t('share:lookShown'),
    WRONG_PASSWORD: t('share:lookWrong'),
    OVER: t('share:lookOver'),
  };
  return (
    <div id={id} className="share-views">
      {isPending && <Skeleton height="24px" />}
      <FailureNotice
        error={error}
        words={t('share:looksFailed')}
        action={<PlainButton onPress={() => void refetch()}>{t('shell:retry')}</PlainButton>}
      />
      {data && views.length === 0 && <p className="share-views__note">{t('share:looksNone')}</p>}
      {views.length > 0 && (
        <ol aria-label={label} className="share-views__list" tabIndex={0}>
          {views.map(({ at, outcome }, index) => {
            const Icon = ICONS[outcome];
            return (
              <li key={`${at}-${index}`} className="share-views__one" data-outcome={outcome}>
                <Icon size={16} strokeWidth={1.5} aria-hidden />
                <span>{outcomes[outcome]}</span>
                <time dateTime={at} className="ui-figures">
                  {formatMoment(at, locale)}
                </time>
              </li>
            );
          })}
        </ol>
      )}
      {views.length >= VIEWS_MAX && <p className="share-views__note">{t('share:looksCut', { count: VIEWS_MAX })}</p>}
    </div>
  );
}
