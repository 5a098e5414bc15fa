import { ConfirmDialog } from '@modu/ui';
import { useTranslation } from '../../../lib/language/index.ts';

/** A place to be signed out, by what it is called; or all but this one. */
export type Ending = { readonly id: string; readonly name: string } | 'others';

export interface EndPlacesProps {
  /** What is asked about; null while nothing is. */
  readonly asked: Ending | null;
  readonly onClose: () => void;
  readonly onEnd: (asked: Ending) => void;
}

/** Asks before somebody is signed out elsewhere: what is open there closes, and cannot be opened again from here. */
export function EndPlaces({ asked, onClose, onEnd }: EndPlacesProps) {
  const { t } = useTranslation('security');
  return (
    <ConfirmDialog
      isDanger
      isOpen={asked !== null}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={asked === 'others' ? t('placeEndOthersTitle') : t('placeEndTitle', { name: asked?.name ?? '' })}
      confirmLabel={t('placeEnd')}
      cancelLabel={t('cancel')}
      onConfirm={() => {
        onClose();
        if (asked) onEnd(asked);
      }}
    >
      {t('placeEndWords')}
    </ConfirmDialog>
  );
}
