import { Check, Star } from 'lucide-react';
import { memo, useEffect, useRef } from 'react';
import type { DragEvent, MouseEvent } from 'react';
import type { TilePartsFragment } from '../../../lib/graph/generated/graphql.ts';
import { useTranslation } from '../../../lib/language/index.ts';
import { Picture } from '../../../lib/pictures/Picture.tsx';

/** What one can do with any tile of a wall. */
export interface TileActions {
  readonly chosen: ReadonlySet<string>;
  readonly onOpen: (place: number) => void;
  /** `toPlace` asks for everything from the last chosen one to this. */
  readonly onChoose: (
    picture: { readonly id: string; readonly place: number },
    options: { readonly toPlace: boolean },
  ) => void;
  readonly onDrag: (id: string, event: DragEvent) => void;
  readonly onDragEnd: () => void;
}

/** Which tile is to have focus as soon as it is on the page. */
export interface PointedTile {
  readonly focusPlace: number | null;
  readonly onFocused: (tile: HTMLElement) => void;
}

export interface WallTileProps extends TileActions, PointedTile {
  readonly picture: TilePartsFragment;
  readonly place: number;
  /** Size on the page, in pixels. */
  readonly width: number;
  readonly height: number;
  readonly onExpired: () => void;
}

/** One picture on the wall: opens with a click, is chosen with its mark, with Ctrl or Shift, and can be dragged onto a board. */
export const WallTile = memo(function WallTile(props: WallTileProps) {
  const {
    picture,
    place,
    width,
    height,
    chosen,
    focusPlace,
    onFocused,
    onOpen,
    onChoose,
    onDrag,
    onDragEnd,
    onExpired,
  } = props;
  const { t } = useTranslation('gallery');
  const button = useRef<HTMLButtonElement>(null);
  const isChosen = chosen.has(picture.id);
  const name = picture.title ?? picture.prompt ?? t('untitled');
  useEffect(() => {
    if (focusPlace !== place || !button.current) return;
    button.current.focus();
    onFocused(button.current);
  }, [focusPlace, place, onFocused]);
  const press = (event: MouseEvent) => {
    const wantsMany = event.shiftKey || event.ctrlKey || event.metaKey || chosen.size > 0;
    if (wantsMany) onChoose({ id: picture.id, place }, { toPlace: event.shiftKey });
    else onOpen(place);
  };
  return (
    <div role="listitem" className="wall__tile" data-chosen={isChosen} style={{ width, height }}>
      <button
        ref={button}
        type="button"
        className="wall__picture"
        data-place={place}
        data-id={picture.id}
        data-starred={picture.starred}
        aria-label={isChosen ? t('chosenName', { name }) : name}
        draggable
        onDragStart={(event) => onDrag(picture.id, event)}
        onDragEnd={onDragEnd}
        onClick={press}
      >
        <Picture
          cacheKey={`${picture.id}/tile`}
          url={picture.thumbnailUrl}
          thumbhash={picture.thumbhash}
          width={width}
          height={height}
          alt=""
          onExpired={onExpired}
        />
        {picture.starred && <Star className="wall__star" size={16} strokeWidth={1.5} aria-label={t('starred')} />}
      </button>
      <button
        type="button"
        tabIndex={-1}
        className="wall__mark"
        aria-pressed={isChosen}
        aria-label={t('choose', { name })}
        onClick={(event) => onChoose({ id: picture.id, place }, { toPlace: event.shiftKey })}
      >
        <Check size={16} strokeWidth={2} aria-hidden />
      </button>
    </div>
  );
});
