import { EmptyState, Mark } from '@modu/ui';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { useTranslation } from '../../lib/language/index.ts';
import { Link } from '../../lib/way/index.ts';
import { PageTitle } from '../../lib/screen/PageTitle.tsx';
import { Failed } from '../../lib/thing/Failed.tsx';
import { traceOf } from '../../lib/trace/index.ts';
import { PasswordForm } from './components/PasswordForm.tsx';
import { OpenedPicture } from './components/OpenedPicture.tsx';
import { useSharedLook } from './hooks/useSharedLook.ts';
import type { Outcome } from './hooks/useSharedLook.ts';
import './share.css';

const SharedBoard = lazy(async () => ({ default: (await import('./components/SharedBoard.tsx')).SharedBoard }));

/** What a share link shows, to anyone: a picture or a board, and nothing of the studio but its name. */
export function SharedPage({ token }: { readonly token: string }) {
  const { t } = useTranslation(['share', 'shell']);
  const { look, asks } = useSharedLook(token);
  const { mutate, isError } = look;
  // While it asks, the question stays on the page, whatever comes of a try.
  const opened = { token, password: look.variables ?? null };
  const outcome = asks === null ? look.data : undefined;
  const isAwaited = asks === null && look.data === undefined && !isError;
  const trace = traceOf(look.error);
  const failed = trace === null ? t('failed') : `${t('failed')} ${t('shell:traceId', { id: trace })}`;
  const lastProblem = isError ? failed : asks?.refusal.message;
  const main = useRef<HTMLElement>(null);
  const hasAsked = useRef(false);
  const asksNow = asks !== null;
  useEffect(() => {
    // The right password takes its form along, and focus with it.
    if (hasAsked.current && !asksNow) main.current?.focus();
    hasAsked.current = asksNow;
  }, [asksNow]);
  return (
    <main ref={main} tabIndex={-1} className="shared" data-shows={outcome?.__typename}>
      <PageTitle>{titleOf(outcome) ?? t('picture')}</PageTitle>
      {titleOf(outcome) === null && asks === null && <h1 className="ui-hidden">{t('picture')}</h1>}
      <div className="shared__stage">
        {isAwaited && <p role="status">{t('loading')}</p>}
        {isError && asks === null && (
          <Failed title={t('failed')} query={{ refetch: () => mutate(null), error: look.error }} />
        )}
        {outcome?.__typename === 'SharedImage' && <OpenedPicture opened={opened} image={outcome} />}
        {outcome?.__typename === 'SharedBoard' && (
          <Suspense fallback={<p role="status">{t('loading')}</p>}>
            <SharedBoard opened={opened} board={outcome} />
          </Suspense>
        )}
        {outcome?.__typename === 'Refusal' && <EmptyState title={outcome.message} />}
        {asks && (
          <PasswordForm
            {...asks}
            problem={look.isPending || lastProblem === asks.words ? undefined : lastProblem}
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

function titleOf(outcome: Outcome | undefined): string | null {
  if (outcome?.__typename === 'SharedImage') return outcome.title;
  return outcome?.__typename === 'SharedBoard' ? outcome.name : null;
}
