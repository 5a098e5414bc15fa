import { Button, ErrorState } from '@modu/ui';
import { useTranslation } from '../language/index.ts';

export interface FailedProps {
  /** What could not be had. */
  readonly title: string;
  readonly query: { readonly refetch: () => unknown };
}

/** Something that was asked for and did not come, and a way to ask again. */
export function Failed({ title, query }: FailedProps) {
  const { t } = useTranslation('shell');
  return <ErrorState title={title} action={<Button onPress={() => void query.refetch()}>{t('retry')}</Button>} />;
}
