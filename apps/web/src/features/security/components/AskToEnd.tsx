import { ConfirmDialog } from '@modu/ui';
import { useTranslation } from '../../../lib/language/index.ts';

export interface AskToEndProps<Asked> {
  /** What is asked about; null while nothing is. */
  readonly asked: Asked | null;
  readonly title: string;
  readonly words: string;
  readonly confirmLabel: string;
  readonly onClose: () => void;
  readonly onEnd: (asked: Asked) => void;
}

/** Asks before an access is taken away that cannot be given back from here. */
export function AskToEnd<Asked>({ asked, title, words, confirmLabel, onClose, onEnd }: AskToEndProps<Asked>) {
  const { t } = useTranslation('security');
  return (
    <ConfirmDialog
      isDanger
      isOpen={asked !== null}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={title}
      confirmLabel={confirmLabel}
      cancelLabel={t('cancel')}
      onConfirm={() => {
        onClose();
        if (asked !== null) onEnd(asked);
      }}
    >
      {words}
    </ConfirmDialog>
  );
}
