import { announce, Button } from '@modu/ui';
import { Undo2 } from 'lucide-react';
import { useTranslation } from '../../../lib/language/index.ts';
import { FailureNotice } from '../../../lib/trace/index.ts';
import { useUndoCorrection } from '../hooks/useCorrections.ts';

/** Takes back the last correction, whichever tab made it. */
export function UndoButton({ document }: { readonly document: { readonly id: string; readonly version: number } }) {
  const { t } = useTranslation('documents');
  const undo = useUndoCorrection();
  return (
    <>
      <Button
        icon={<Undo2 size={16} strokeWidth={1.5} aria-hidden />}
        isPending={undo.isPending}
        onPress={() => undo.mutate(document, { onSuccess: () => announce(t('undone')) })}
      >
        {t('undo')}
      </Button>
      <FailureNotice error={undo.error} />
    </>
  );
}
