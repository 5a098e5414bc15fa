import { announce, PlainButton } from '@modu/ui';
import { BookImage, FolderMinus } from 'lucide-react';
import { useTranslation } from '../../../lib/language/index.ts';
import { toast } from '../../../lib/toasts/index.ts';
import { FailureNotice } from '../../../lib/trace/index.ts';
import { useFailureWords } from '../../../lib/words/useFailureWords.ts';
import { useChangeBoards } from '../hooks/useChangeBoards.ts';

export interface BoardActionsProps {
  readonly board: { readonly id: string; readonly name: string };
  readonly ids: ReadonlySet<string>;
  /** Called before something is done; what it gives is called afterwards, with how many pictures have left the board. */
  readonly onBegin: () => (goneCount: number) => void;
}

const icon = { size: 16, strokeWidth: 1.5, 'aria-hidden': true } as const;

/** What one can do with chosen pictures of a board, as pictures of this board. */
export function BoardActions({ board: { id, name }, ids, onBegin }: BoardActionsProps) {
  const { t } = useTranslation('boards');
  const failure = useFailureWords();
  const undo = useChangeBoards({
    onRefused: (problem) => void toast({ tone: 'negative', words: failure(problem) ?? '' }),
  });
  const take = useChangeBoards({
    onDone: (action) => {
      if (action.kind !== 'take') return;
      void toast({
        tone: 'positive',
        words: t('taken', { count: action.imageIds.length, name }),
        action: { label: t('undo'), onAction: () => undo.mutate({ ...action, kind: 'add' }) },
      });
    },
  });
  const cover = useChangeBoards({ onDone: () => announce(t('coverDone', { name })) });
  const [only] = ids;
  const problem = take.error ?? cover.error;
  const takeOff = () => {
    const onDone = onBegin();
    take.mutate({ kind: 'take', id, name, imageIds: [...ids] }, { onSuccess: () => onDone(ids.size) });
  };
  const makeCover = (imageId: string) => {
    const onDone = onBegin();
    cover.mutate({ kind: 'cover', id, imageId }, { onSuccess: () => onDone(0) });
  };
  return (
    <>
      <FailureNotice error={problem} />
      <PlainButton variant="primary" icon={<FolderMinus {...icon} />} isPending={take.isPending} onPress={takeOff}>
        {t('takeOff')}
      </PlainButton>
      {ids.size === 1 && only !== undefined && (
        <PlainButton icon={<BookImage {...icon} />} isPending={cover.isPending} onPress={() => makeCover(only)}>
          {t('useAsCover')}
        </PlainButton>
      )}
    </>
  );
}
