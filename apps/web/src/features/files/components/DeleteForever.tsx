import { ConfirmDialog } from '@modu/ui';
import type { FilePartsFragment } from '../../../lib/graph/generated/graphql.ts';
import { useTranslation } from '../../../lib/language/index.ts';

export interface DeleteForeverProps {
  /** What is asked about; null while nothing is. */
  readonly file: FilePartsFragment | null;
  readonly onClose: () => void;
  readonly onConfirm: (file: FilePartsFragment) => void;
}

/** Asks before a file is gone: nothing brings it back. */
export function DeleteForever({ file, onClose, onConfirm }: DeleteForeverProps) {
  const { t } = useTranslation('files');
  return (
    <ConfirmDialog
      isDanger
      isOpen={file !== null}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t('deleteTitle', { name: file?.filename ?? '' })}
      confirmLabel={t('deleteConfirm')}
      cancelLabel={t('cancel')}
      onConfirm={() => {
        onClose();
        if (file) onConfirm(file);
      }}
    >
      {t('deleteWords')}
    </ConfirmDialog>
  );
}
