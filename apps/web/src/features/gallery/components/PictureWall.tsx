import { opensLater, PlainButton, ErrorState, Skeleton } from '@modu/ui';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { DragEvent, ReactNode } from 'react';
import type { ImageSort } from '../../../lib/graph/generated/graphql.ts';
import { useTranslation } from '../../../lib/language/index.ts';
import { focusWork } from '../../../lib/screen/focus-work.ts';
import { TraceLater } from '../../../lib/trace/TraceLater.tsx';
import { useSelection } from '../hooks/useSelection.ts';
import { useWall } from '../hooks/useWall.ts';
import { chunkAt, countOf } from '../model/chunks.ts';
import type { WallFilter } from '../model/wall-filter.ts';
import type { WallContent } from '../model/wall-questions.ts';
import { withItsWords } from '../model/with-its-words.ts';
import type { Beyond } from './GoBeyond.tsx';
import type { SelectionBarProps } from './SelectionBar.tsx';
import { Wall } from './Wall.tsx';
import type { WallHandle } from './Wall.tsx';
import type { Pages } from './PagedWall.tsx';
import type { LightboxProps } from './Lightbox.tsx';
import type { OnWallKey } from './WallTools.tsx';

const Lightbox = opensLater<LightboxProps>(async () => (await withItsWords(import('./Lightbox.tsx'))).Lightbox);
const WallTools = lazy(async () => ({ default: (await withItsWords(import('./WallTools.tsx'))).WallTools }));
const TakeUp = lazy(async () => ({ default: (await withItsWords(import('./TakeUp.tsx'))).TakeUp }));
const PagedWall = lazy(async () => ({ default: (await withItsWords(import('./PagedWall.tsx'))).PagedWall }));

export interface PictureWallProps {
  readonly label: string;
  readonly filter: WallFilter;
  readonly sort?: ImageSort;
  /** Which page is shown; left out, the wall goes on without end. */
  readonly pages?: Pages | undefined;
  /** Shown when there is no picture. */
  readonly empty: ReactNode;
  /** What is above the wall, given how many pictures there are; null while that is not known. Not exact: at least so many. */
  readonly head: (totalCount: number | null, isExact: boolean) => ReactNode;
  /** Where dragged pictures can be dropped, and what a selection can be put onto. */
  readonly boards?: (selection: {
    readonly ids: ReadonlySet<string>;
    readonly isDragged: boolean;
    readonly onDone: () => void;
  }) => ReactNode;
  /** Goes on from the day a wall is counted to; null where nothing lies beyond it. */
  readonly beyond?: (countedTo: string) => (() => void) | null;
  /** What can be done with chosen pictures because they are on this wall; comes before all else. */
  readonly actions?: SelectionBarProps['actions'];
}

/** A wall with everything one does on it, endless or in pages: choosing, changing, looking closer. */
export function PictureWall(props: PictureWallProps) {
  const { label, filter, sort = 'NEWEST', pages, empty, head, boards, beyond, actions } = props;
  const { t } = useTranslation('gallery');
  const come = useWall({ filter, sort, page: pages?.page });
  const { content, chunks, page, totalCount, isExact, countedTo } = come;
  const { reach, isPending, isBehind, error, retry } = come;
  const selection = useSelection(content, chunks);
  const [opened, setOpened] = useState<number | null>(null);
  const [wantsBoard, setWantsBoard] = useState(false);
  const { dragged, onDrag, onDragEnd } = useDragged(selection.ids);
  const wall = useRef<WallHandle>(null);
  const isTrash = filter.trashed === true;
  const keys = useRef<OnWallKey>(null);
  const hasPictures = chunks.length > 0;
  const key = JSON.stringify(content);
  const shown = {
    ...{ handle: wall, label, content, chunks, chosen: selection.ids, onOpen: setOpened, onChoose: selection.onChoose },
    ...{ onDrag, onDragEnd, isExact, reach, beyond: beyondOf(countedTo, content, isBehind ? STAYS : beyond) },
  };
  useEffect(() => {
    if (opened !== null) reach(chunkAt(chunks, opened));
  }, [chunks, opened, reach]);
  useFocusAfterLast(totalCount);
  const close = () => {
    if (opened !== null) wall.current?.show(opened);
    setOpened(null);
  };
  const state = { 'data-paged': page !== undefined, 'data-behind': isBehind };
  return (
    <div className="picture-wall" {...state} onKeyDown={(event) => keys.current?.(event)}>
      {head(totalCount, isExact)}
      {error && <WallFailed error={error} onAgain={retry} />}
      {isPending && !error && <WallLoading label={t('loading')} />}
      {totalCount === 0 && empty}
      {hasPictures && page === undefined && <Wall key={key} {...shown} />}
      {totalCount !== null && <TakesUp />}
      {hasPictures && (
        <Suspense fallback={null}>
          {pages && page !== undefined && <PagedWall key={key} {...shown} {...pages} page={page} />}
          <WallTools
            {...{ keys, selection, actions, isTrash }}
            isBoard={filter.boardId !== undefined}
            totalCount={countOf(chunks)}
            onBoards={() => setWantsBoard(true)}
            onShow={(place) => wall.current?.show(place)}
          />
        </Suspense>
      )}
      {boards?.({
        ids: dragged.size > 0 ? dragged : wantsBoard ? selection.ids : new Set(),
        isDragged: dragged.size > 0,
        onDone: () => {
          onDragEnd();
          setWantsBoard(false);
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
    </div>
  );
}

/** Another wall was asked for: from the one that still hangs nobody goes on, and the button keeps focus. */
const STAYS = () => () => {};

/** What lies beyond the day a wall is counted to, where something does. */
function beyondOf(day: string | null, { sort }: WallContent, find: PictureWallProps['beyond']): Beyond | null {
  const onGo = day === null ? null : (find?.(day) ?? null);
  return day === null || onGo === null ? null : { day, isLater: sort === 'OLDEST', onGo };
}

/** With or without pictures; what waits for it is nothing. */
function TakesUp() {
  return (
    <Suspense fallback={null}>
      <TakeUp />
    </Suspense>
  );
}

/** The last picture takes the wall along, and with it whatever had focus: then the work has it. */
function useFocusAfterLast(totalCount: number | null) {
  const before = useRef(totalCount);
  useEffect(() => {
    const hadPictures = (before.current ?? 0) > 0;
    if (hadPictures && totalCount === 0 && document.activeElement === document.body) focusWork();
    before.current = totalCount;
  }, [totalCount]);
}

/** What is dragged from a wall: all that is chosen, or the one picture that is not among it. */
function useDragged(chosen: ReadonlySet<string>) {
  const [dragged, setDragged] = useState<ReadonlySet<string>>(new Set());
  const onDrag = (id: string, event: DragEvent) => {
    event.dataTransfer.effectAllowed = 'copy';
    event.dataTransfer.setData('text/plain', id);
    setDragged(chosen.has(id) ? chosen : new Set([id]));
  };
  return { dragged, onDrag, onDragEnd: () => setDragged(new Set()) };
}

function WallFailed({ error, onAgain }: { readonly error: Error; readonly onAgain: () => void }) {
  const { t } = useTranslation(['gallery', 'shell']);
  const again = <PlainButton onPress={onAgain}>{t('shell:retry')}</PlainButton>;
  return <ErrorState title={t('gallery:failed')} action={again} trace={<TraceLater error={error} />} />;
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
