import { ErrorState, PlainButton } from '@modu/ui';
import { useTranslation } from '../language/index.ts';
import { Trace, traceOf } from '../trace/index.ts';

export interface FailedProps {
  /** What could not be had. */
  readonly title: string;
  readonly query: { readonly refetch: () => unknown; readonly error?: unknown };
}

/** Something that was asked for and did not come, and a way to ask again. */
export function Failed({ title, query }: FailedProps) {
  const { t } = useTranslation('shell');
  const traceId = traceOf(query.error);
  return (
    <ErrorState
      title={title}
      action={<PlainButton onPress={() => void query.refetch()}>{t('retry')}</PlainButton>}
      {...(traceId === null ? {} : { trace: <Trace id={traceId} /> })}
    />
  );
}
