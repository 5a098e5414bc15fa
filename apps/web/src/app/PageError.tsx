import { PlainButton, EmptyState } from '@modu/ui';
import { useState } from 'react';
import { AuthError } from '../lib/auth/index.ts';
import { GraphError } from '../lib/graph/index.ts';
import { useTranslation } from '../lib/language/index.ts';
import './lost.css';
import { PageTitle } from '../lib/screen/PageTitle.tsx';

/** A page that failed: what happened, a way on, and the id that lets us find it in the logs. */
export function PageError({ error, reset }: { readonly error: unknown; readonly reset: () => void }) {
  const { t } = useTranslation('shell');
  const isKnown = error instanceof GraphError || error instanceof AuthError;
  const traceId = isKnown ? error.traceId : null;
  return (
    <div className="lost" role="alert">
      <PageTitle>{t('errorTitle')}</PageTitle>
      <EmptyState title={t('errorTitle')}>
        <p>{t(isUnreachable(error) ? 'unreachable' : 'errorWords')}</p>
        {traceId !== null && <TraceId traceId={traceId} />}
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

function TraceId({ traceId }: { readonly traceId: string }) {
  const { t } = useTranslation('shell');
  const [isCopied, setCopied] = useState(false);
  return (
    <p className="lost__trace">
      <span className="ui-mono">{t('traceId', { id: traceId })}</span>
      <PlainButton
        variant="quiet"
        onPress={() => void navigator.clipboard.writeText(traceId).then(() => setCopied(true))}
      >
        {t(isCopied ? 'copied' : 'copyTraceId')}
      </PlainButton>
    </p>
  );
}
