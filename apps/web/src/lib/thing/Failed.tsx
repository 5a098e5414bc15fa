import { ErrorState, PlainButton } from '@modu/ui';
import type { ReactNode } from 'react';
import { useTranslation } from '../language/index.ts';
import { Trace, traceOf } from '../trace/index.ts';

export interface FailedProps {
  /** What could not be had. */
  readonly title: string;
  readonly query: { readonly refetch: () => unknown; readonly error?: unknown };
  /** It is all there is on the page. */
  readonly isPage?: boolean;
  /** Where one may go instead. */
  readonly back?: ReactNode;
}

/** Something that was asked for and did not come, and a way to ask again. */
export function Failed({ title, query, isPage = false, back }: FailedProps) {
  const { t } = useTranslation('shell');
  const traceId = traceOf(query.error);
  return (
    <ErrorState
      title={title}
      isPage={isPage}
      action={<PlainButton onPress={() => void query.refetch()}>{t('retry')}</PlainButton>}
      {...(traceId === null ? {} : { trace: <Trace id={traceId} /> })}
    >
      {back}
    </ErrorState>
  );
}
