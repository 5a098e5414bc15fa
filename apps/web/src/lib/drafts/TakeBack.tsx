import { PlainButton } from '@modu/ui';
import { useTranslation } from '../language/index.ts';
import type { DraftOfForm } from './useDraft.ts';

/** Takes back what was written into a form and is kept; not there while nothing is. */
export function TakeBack({ draft }: { readonly draft: Pick<DraftOfForm<never>, 'isChanged' | 'forget'> }) {
  const { t } = useTranslation('shell');
  if (!draft.isChanged) return null;
  return (
    <PlainButton variant="quiet" onPress={draft.forget}>
      {t('undo')}
    </PlainButton>
  );
}
