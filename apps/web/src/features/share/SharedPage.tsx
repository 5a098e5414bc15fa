import { EmptyState, Mark, PlainButton } from '@modu/ui';
import { useMutation } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { OpenShareDocument } from '../../lib/graph/generated/graphql.ts';
import type { OpenShareQuery } from '../../lib/graph/generated/graphql.ts';
import { request } from '../../lib/graph/index.ts';
import { useTranslation } from '../../lib/language/index.ts';
import { Link } from '../../lib/way/index.ts';
import { PageTitle } from '../../lib/screen/PageTitle.tsx';
import { PasswordForm } from './components/PasswordForm.tsx';
import { SharedPicture } from './components/SharedPicture.tsx';
import './share.css';

const SharedBoard = lazy(async () => ({ default: (await import('./components/SharedBoard.tsx')).SharedBoard }));

type Outcome = OpenShareQuery['openShare'];

/** What a share link shows, to anyone: a picture or a board, and nothing of the studio but its name. */
export function SharedPage({ token }: { readonly token: string }) {
  const { t } = useTranslation('share');
  const look = useMutation({
    mutationFn: async (password: string | null) => (await request(OpenShareDocument, { token, password })).openShare,
  });
  // Each look counts as a view, so the page looks once and not again for every focus.
  const hasLooked = useRef(false);
  const { mutate } = look;
  useEffect(() => {
    if (hasLooked.current) return;
    hasLooked.current = true;
    mutate(null);
  }, [mutate]);
  const outcome = look.data;
  return (
    <main className="shared" data-shows={outcome?.__typename}>
      <PageTitle>{titleOf(outcome) ?? t('picture')}</PageTitle>
      {titleOf(outcome) === null && !(outcome?.__typename === 'Refusal' && asksPassword(outcome)) && (
        <h1 className="ui-hidden">{t('picture')}</h1>
      )}
      <div className="shared__stage">
        {outcome === undefined && !look.isError && <p role="status">{t('loading')}</p>}
        {look.isError && (
          <EmptyState title={t('failed')}>
            <PlainButton onPress={() => mutate(null)}>{t('again')}</PlainButton>
          </EmptyState>
        )}
        {outcome?.__typename === 'SharedImage' && <SharedPicture image={outcome} />}
        {outcome?.__typename === 'SharedBoard' && (
          <Suspense fallback={<p role="status">{t('loading')}</p>}>
            <SharedBoard board={outcome} />
          </Suspense>
        )}
        {outcome?.__typename === 'Refusal' && !asksPassword(outcome) && <EmptyState title={outcome.message} />}
        {outcome?.__typename === 'Refusal' && asksPassword(outcome) && (
          <PasswordForm
            words={outcome.message}
            isWaiting={outcome.code === 'RATE_LIMITED'}
            isPending={look.isPending}
            onPassword={mutate}
          />
        )}
      </div>
      <footer className="shared__foot">
        <Link to="/" className="shared__mark">
          <Mark size={20} />
          {t('madeWith')}
        </Link>
      </footer>
    </main>
  );
}

const asksPassword = ({ path }: Extract<Outcome, { readonly __typename: 'Refusal' }>) =>
  path?.includes('password') ?? false;

function titleOf(outcome: Outcome | undefined): string | null {
  if (outcome?.__typename === 'SharedImage') return outcome.title;
  return outcome?.__typename === 'SharedBoard' ? outcome.name : null;
}
