import { PlainButton, ConfirmDialog, PlainIconButton, opensLater } from '@modu/ui';
import { Download, FolderPlus, RotateCcw, Star, Tags, Trash2, X } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from '../../../lib/language/index.ts';
import { FailureNotice } from '../../../lib/trace/index.ts';
import { inFigures } from '../../../lib/words/figures.ts';
import { useAllStarred } from '../hooks/useAllStarred.ts';
import { useChangeImages } from '../hooks/useChangeImages.ts';
import type { ImagesChange } from '../hooks/useChangeImages.ts';
import { useTakePictures } from '../hooks/useTakePictures.ts';
import type { useSelection } from '../hooks/useSelection.ts';
import { placeOfChosen } from '../model/chosen-place.ts';
import type { TagsDialogProps } from './TagsDialog.tsx';

const TagsDialog = opensLater<TagsDialogProps>(async () => (await import('./TagsDialog.tsx')).TagsDialog);

export interface SelectionBarProps {
  readonly selection: ReturnType<typeof useSelection>;
  readonly isTrash: boolean;
  readonly onBoards: () => void;
  /** The bar is about to go: focus is to be at a place of the wall, which so many pictures have left. */
  readonly onLeave: (place: number, goneCount: number) => void;
  readonly actions?: ((chosen: ChosenPictures) => ReactNode) | undefined;
}

/** What is chosen, for those who do more with it. */
export interface ChosenPictures {
  readonly ids: ReadonlySet<string>;
  /** Called before it is done; what it gives is called afterwards, with how many pictures have left the wall. */
  readonly onBegin: () => (goneCount: number) => void;
}

/** What one can do with the pictures that are chosen. */
export function SelectionBar({ selection, isTrash, onBoards, onLeave, actions }: SelectionBarProps) {
  const { t } = useTranslation(['pictures', 'shell']);
  const { run, begin, clear, problem } = useChosenDeeds(selection, onLeave);
  const take = useTakePictures();
  const [isAsking, setAsking] = useState(false);
  const [isTagging, setTagging] = useState(false);
  const areStarred = useAllStarred(selection.ids);
  const ids = [...selection.ids];
  const count = ids.length;
  const formatted = inFigures(count);
  const icon = { size: 16, strokeWidth: 1.5, 'aria-hidden': true } as const;
  return (
    <div className="selection" role="toolbar" aria-label={t('pictures:selectionTools')}>
      <PlainIconButton label={t('pictures:clearSelection')} icon={<X {...icon} />} onPress={clear} />
      <span className="selection__count ui-figures" aria-live="polite">
        {t('pictures:chosenCount', { count, formatted })}
      </span>
      <FailureNotice error={problem} />
      {isTrash ? (
        <>
          <PlainButton icon={<RotateCcw {...icon} />} onPress={() => run({ kind: 'restore', ids })}>
            {t('pictures:restore')}
          </PlainButton>
          <PlainButton icon={<Trash2 {...icon} />} onPress={() => setAsking(true)}>
            {t('pictures:purge')}
          </PlainButton>
        </>
      ) : (
        <>
          {actions?.({ ids: selection.ids, onBegin: begin })}
          <PlainButton
            icon={<Star {...icon} fill={areStarred ? 'currentColor' : 'none'} />}
            onPress={() => run({ kind: 'star', ids, starred: !areStarred })}
          >
            {areStarred ? t('pictures:unstar') : t('pictures:star')}
          </PlainButton>
          <PlainButton icon={<Tags {...icon} />} onPress={() => setTagging(true)}>
            {t('pictures:tagsName')}
          </PlainButton>
          <PlainButton icon={<FolderPlus {...icon} />} onPress={onBoards}>
            {t('pictures:toBoard')}
          </PlainButton>
          <PlainButton icon={<Download {...icon} />} isPending={take.isPending} onPress={() => take.mutate(ids)}>
            {t('pictures:take')}
          </PlainButton>
          <PlainButton icon={<Trash2 {...icon} />} onPress={() => run({ kind: 'trash', ids })}>
            {t('pictures:trashAction')}
          </PlainButton>
        </>
      )}
      <TagsDialog ids={selection.ids} isOpen={isTagging} onOpenChange={setTagging} />
      <PurgeQuestion
        count={count}
        isOpen={isAsking}
        onOpenChange={setAsking}
        onConfirm={() => run({ kind: 'purge', ids })}
      />
    </div>
  );
}

/** Changes what is chosen; the bar goes with the choice, and focus to the place of the picture that was chosen last. */
function useChosenDeeds(selection: SelectionBarProps['selection'], onLeave: SelectionBarProps['onLeave']) {
  const change = useChangeImages();
  // The place is read before the pictures leave it.
  const begin = () => {
    const place = placeOfChosen(selection.ids);
    return (goneCount: number) => {
      selection.clear();
      onLeave(place, goneCount);
    };
  };
  const run = (wanted: ImagesChange) => {
    const leave = begin();
    const goneCount = wanted.kind === 'star' ? 0 : wanted.ids.length;
    change.mutate(wanted, { onSuccess: () => leave(goneCount) });
  };
  return { run, begin, problem: change.error, clear: () => begin()(0) };
}

interface PurgeQuestionProps {
  readonly count: number;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly onConfirm: () => void;
}

/** Asks before pictures are gone: nothing brings them back. */
function PurgeQuestion({ count, isOpen, onOpenChange, onConfirm }: PurgeQuestionProps) {
  const { t } = useTranslation('pictures');
  const formatted = inFigures(count);
  return (
    <ConfirmDialog
      isDanger
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title={t('purgeTitle', { count, formatted })}
      confirmLabel={t('purge')}
      cancelLabel={t('cancel')}
      onConfirm={() => {
        onOpenChange(false);
        onConfirm();
      }}
    >
      {t('purgeWords')}
    </ConfirmDialog>
  );
}
