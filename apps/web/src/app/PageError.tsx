import { PlainButton, EmptyState } from '@modu/ui';
import { AuthError } from '../lib/auth/index.ts';
import { GraphError } from '../lib/graph/index.ts';
import { useTranslation } from '../lib/language/index.ts';
import { PageTitle } from '../lib/screen/PageTitle.tsx';
import { Trace, traceOf } from '../lib/trace/index.ts';
import './lost.css';

/** A page that failed: what happened, a way on, and the id that lets us find it in the logs. */
export function PageError({ error, reset }: { readonly error: unknown; readonly reset: () => void }) {
  const { t } = useTranslation('shell');
  return (
    <div className="lost" role="alert">
      <PageTitle>{t('errorTitle')}</PageTitle>
      <EmptyState title={t('errorTitle')}>
        <p>{t(isUnreachable(error) ? 'unreachable' : 'errorWords')}</p>
        <Trace id={traceOf(error)} />
        <div className="lost__ways">
          <PlainButton onPress={reset}>{t('retry')}</PlainButton>
          <PlainButton onPress={() => location.reload()}>{t('reload')}</PlainButton>
        </div>
      </EmptyState>
    </div>
  );
}

function isUnreachable(error: unknown): boolean {
  return (
    (error instanceof GraphError && error.code === 'UNREACHABLE') ||
    (error instanceof AuthError && error.problem === 'unreachable')
  );
}
