import { PlainButton, ErrorState, Skeleton, opensLater } from '@modu/ui';
import { useMemo, useRef, useState } from 'react';
import type { DragEvent, ReactNode } from 'react';
import type { ImageSort } from '../../../lib/graph/generated/graphql.ts';
import { useTranslation } from '../../../lib/language/index.ts';
import { useSelection } from '../hooks/useSelection.ts';
import { useTimeline } from '../hooks/useTimeline.ts';
import { useWallKeys } from '../hooks/useWallKeys.ts';
import type { WallFilter } from '../model/wall-filter.ts';
import type { SelectionBarProps } from './SelectionBar.tsx';
import { SelectionBarLater } from './SelectionBarLater.tsx';
import { Wall } from './Wall.tsx';
import type { WallHandle } from './Wall.tsx';
import type { LightboxProps } from './Lightbox.tsx';
import type { ShortcutSheetProps } from './ShortcutSheet.tsx';

const Lightbox = opensLater<LightboxProps>(async () => (await import('./Lightbox.tsx')).Lightbox);
const ShortcutSheet = opensLater<ShortcutSheetProps>(async () => (await import('./ShortcutSheet.tsx')).ShortcutSheet);

export interface PictureWallProps {
  readonly label: string;
  readonly filter: WallFilter;
  readonly sort?: ImageSort;
  /** Shown when there is no picture. */
  readonly empty: ReactNode;
  /** What is above the wall, given how many pictures there are; null while that is not known. */
  readonly head: (totalCount: number | null) => ReactNode;
  /** Where dragged pictures can be dropped, and what a selection can be put onto. */
  readonly boards?: (selection: {
    readonly ids: ReadonlySet<string>;
    readonly isDragged: boolean;
    readonly onDone: () => void;
  }) => ReactNode;
  /** What can be done with chosen pictures because they are on this wall; comes before all else. */
  readonly actions?: SelectionBarProps['actions'];
}

/** A wall with everything one does on it: choosing, changing, looking closer. */
export function PictureWall({ label, filter, sort = 'NEWEST', empty, head, boards, actions }: PictureWallProps) {
  const { t } = useTranslation(['gallery', 'shell']);
  const { chunks, totalCount, isPending, isError, refetch } = useTimeline(filter, sort);
  const content = useMemo(() => ({ filter, sort }), [filter, sort]);
  const selection = useSelection(content, chunks);
  const [opened, setOpened] = useState<number | null>(null);
  const [dragged, setDragged] = useState<ReadonlySet<string>>(new Set());
  const wall = useRef<WallHandle>(null);
  const isTrash = filter.trashed === true;
  const keys = useWallKeys({ totalCount: totalCount ?? 0, selection, isTrash });
  const hasPictures = (totalCount ?? 0) > 0;
  const onDrag = (id: string, event: DragEvent) => {
    event.dataTransfer.effectAllowed = 'copy';
    event.dataTransfer.setData('text/plain', id);
    setDragged(selection.ids.has(id) ? selection.ids : new Set([id]));
  };
  const close = () => {
    if (opened !== null) wall.current?.show(opened);
    setOpened(null);
  };
  return (
    <div className="picture-wall" onKeyDown={keys.onKeyDown}>
      {head(totalCount)}
      {isError && (
        <ErrorState
          title={t('gallery:failed')}
          action={<PlainButton onPress={() => void refetch()}>{t('shell:retry')}</PlainButton>}
        />
      )}
      {isPending && !isError && <WallLoading label={t('gallery:loading')} />}
      {totalCount === 0 && empty}
      {hasPictures && (
        <Wall
          handle={wall}
          label={label}
          content={content}
          chunks={chunks}
          chosen={selection.ids}
          onOpen={setOpened}
          onChoose={selection.onChoose}
          onDrag={onDrag}
          onDragEnd={() => setDragged(new Set())}
        />
      )}
      <SelectionBarLater {...{ selection, isTrash, actions }} isWanted={hasPictures} onBoards={keys.askForBoard} />
      {boards?.({
        ids: dragged.size > 0 ? dragged : keys.wantsBoard ? selection.ids : new Set(),
        isDragged: dragged.size > 0,
        onDone: () => {
          setDragged(new Set());
          keys.endBoard();
        },
      })}
      {opened !== null && (
        <Lightbox
          isOpen
          onOpenChange={(isOpen) => !isOpen && close()}
          content={content}
          chunks={chunks}
          place={opened}
          onPlace={setOpened}
        />
      )}
      <ShortcutSheet isOpen={keys.isSheetOpen} onOpenChange={keys.setSheetOpen} />
    </div>
  );
}

function WallLoading({ label }: { readonly label: string }) {
  return (
    <div className="gallery__loading" role="status" aria-label={label}>
      {[220, 300, 180, 260, 220, 340].map((width, index) => (
        <Skeleton key={index} width={`${width}px`} height="212px" />
      ))}
    </div>
  );
}
