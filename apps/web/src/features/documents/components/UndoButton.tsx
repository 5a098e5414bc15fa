import { announce, Button, Notice } from '@modu/ui';
import { Undo2 } from 'lucide-react';
import { useTranslation } from '../../../lib/language/index.ts';
import { useFailureWords } from '../../../lib/words/useFailureWords.ts';
import { useUndoCorrection } from '../hooks/useCorrections.ts';

/** Takes back the last correction, whichever tab made it. */
export function UndoButton({ document }: { readonly document: { readonly id: string; readonly version: number } }) {
  const { t } = useTranslation('documents');
  const failure = useFailureWords();
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
      {undo.isError && <Notice tone="negative">{failure(undo.error)}</Notice>}
    </>
  );
}
