import { PlainButton, ConfirmDialog, PlainIconButton, Notice } from '@modu/ui';
import { Download, FolderPlus, RotateCcw, Star, Trash2, X } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useLocale, useTranslation } from '../../../lib/language/index.ts';
import { useChangeImages } from '../hooks/useChangeImages.ts';
import type { ImagesChange } from '../hooks/useChangeImages.ts';
import { useTakePictures } from '../hooks/useTakePictures.ts';
import type { useSelection } from '../hooks/useSelection.ts';

export interface SelectionBarProps {
  readonly selection: ReturnType<typeof useSelection>;
  readonly isTrash: boolean;
  readonly onBoards: () => void;
  readonly actions?:
    ((chosen: { readonly ids: ReadonlySet<string>; readonly onDone: () => void }) => ReactNode) | undefined;
}

/** What one can do with the pictures that are chosen. */
export function SelectionBar({ selection, isTrash, onBoards, actions }: SelectionBarProps) {
  const { t } = useTranslation(['gallery', 'shell']);
  const locale = useLocale();
  const change = useChangeImages();
  const take = useTakePictures();
  const [isAsking, setAsking] = useState(false);
  const ids = [...selection.ids];
  const count = ids.length;
  const run = (wanted: ImagesChange) => change.mutate(wanted, { onSuccess: selection.clear });
  const formatted = new Intl.NumberFormat(locale).format(count);
  const icon = { size: 16, strokeWidth: 1.5, 'aria-hidden': true } as const;
  return (
    <div className="selection" role="toolbar" aria-label={t('gallery:selectionTools')}>
      <PlainIconButton label={t('gallery:clearSelection')} icon={<X {...icon} />} onPress={selection.clear} />
      <span className="selection__count ui-figures" aria-live="polite">
        {t('gallery:chosenCount', { count, formatted })}
      </span>
      {change.isError && <Notice tone="negative">{change.error.message}</Notice>}
      {isTrash ? (
        <>
          <PlainButton icon={<RotateCcw {...icon} />} onPress={() => run({ kind: 'restore', ids })}>
            {t('gallery:restore')}
          </PlainButton>
          <PlainButton icon={<Trash2 {...icon} />} onPress={() => setAsking(true)}>
            {t('gallery:purge')}
          </PlainButton>
        </>
      ) : (
        <>
          {actions?.({ ids: selection.ids, onDone: selection.clear })}
          <PlainButton icon={<Star {...icon} />} onPress={() => run({ kind: 'star', ids, starred: true })}>
            {t('gallery:star')}
          </PlainButton>
          <PlainButton icon={<FolderPlus {...icon} />} onPress={onBoards}>
            {t('gallery:toBoard')}
          </PlainButton>
          <PlainButton icon={<Download {...icon} />} isPending={take.isPending} onPress={() => take.mutate(ids)}>
            {t('gallery:take')}
          </PlainButton>
          <PlainButton icon={<Trash2 {...icon} />} onPress={() => run({ kind: 'trash', ids })}>
            {t('gallery:trashAction')}
          </PlainButton>
        </>
      )}
      <ConfirmDialog
        isDanger
        isOpen={isAsking}
        onOpenChange={setAsking}
        title={t('gallery:purgeTitle', { count, formatted })}
        confirmLabel={t('gallery:purge')}
        cancelLabel={t('gallery:cancel')}
        onConfirm={() => {
          setAsking(false);
          run({ kind: 'purge', ids });
        }}
      >
        {t('gallery:purgeWords')}
      </ConfirmDialog>
    </div>
  );
}
