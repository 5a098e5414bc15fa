import { lazy, Suspense, useCallback, useEffect, useImperativeHandle, useMemo } from 'react';
import type { Ref } from 'react';
import { useTranslation } from '../../../lib/language/index.ts';
import type { WallContent } from '../model/wall-questions.ts';
import { usePointed } from '../hooks/usePointed.ts';
import { useWallBox } from '../hooks/useWallBox.ts';
import { useWallScroll } from '../hooks/useWallScroll.ts';
import { chunkAt } from '../model/chunks.ts';
import type { Chunk } from '../model/chunks.ts';
import { GAP, guessHeight, targetHeightOf } from '../model/lay-out.ts';
import { withItsWords } from '../model/with-its-words.ts';
import type { Beyond } from './GoBeyond.tsx';
import { WallChunk } from './WallChunk.tsx';
import type { TileActions } from './WallTile.tsx';
import '../wall.css';

const Scrubber = lazy(async () => ({ default: (await withItsWords(import('./Scrubber.tsx'))).Scrubber }));

/** What others may ask of a wall. */
export interface WallHandle {
  /** Brings a picture into the window and gives it the focus. */
  readonly show: (place: number) => void;
}

export interface WallProps extends TileActions {
  readonly label: string;
  readonly content: WallContent;
  readonly chunks: readonly Chunk[];
  readonly handle: Ref<WallHandle>;
  /** Whether there are no more than these. */
  readonly isExact: boolean;
  /** What lies beyond the days that are counted. */
  readonly beyond: Beyond | null;
  /** Told of the last chunk that is in or near the window. */
  readonly reach: (chunk: number) => void;
}

const HEADING = 52;

/** The wall of pictures. However many there are, only the chunks near the window are fetched and in the page. */
export function Wall({ label, content, chunks, handle, isExact: _, beyond, reach, ...actions }: WallProps) {
  const { t } = useTranslation('gallery');
  const [box, measure] = useWallBox();
  const targetHeight = targetHeightOf(box.width);
  const guess = useCallback(
    (chunk: Chunk) =>
      guessHeight(chunk.count, { width: box.width || 1, targetHeight, gap: GAP }) + (hasHeading(chunk) ? HEADING : 0),
    [box.width, targetHeight],
  );
  const wall = useWallScroll({ chunks, box, guess });
  useEffect(() => reach(wall.range.last), [reach, wall.range.last]);
  const { point, pointed } = usePointed();
  useImperativeHandle(handle, () => ({
    show: (place) => {
      const index = chunkAt(chunks, place);
      if (index < wall.range.first || index > wall.range.last) wall.moveTo(wall.heights.top(index));
      point(place);
    },
  }));
  const layout = useMemo(() => ({ width: box.width, targetHeight, gap: GAP }), [box.width, targetHeight]);
  const shown = chunks.slice(wall.range.first, wall.range.last + 1);
  const base = wall.heights.top(wall.range.first);
  return (
    <div className="wall" data-keeps-focus>
      <div className="wall__scroller" ref={wall.scroller} onScroll={wall.onScroll} data-testid="wall">
        <div className="wall__runway" style={{ height: Math.max(wall.runway, box.height) }}>
          <div className="wall__window" ref={measure} style={{ height: box.height }}>
            <div ref={wall.content} role="list" aria-label={label} className="wall__content">
              {box.width > 0 &&
                shown.map((chunk, at) => {
                  const index = wall.range.first + at;
                  return (
                    <WallChunk
                      key={chunk.key}
                      {...actions}
                      chunk={chunk}
                      index={index}
                      content={content}
                      top={wall.heights.top(index) - base}
                      height={wall.heights.get(index)}
                      heading={hasHeading(chunk) ? HEADING : 0}
                      layout={layout}
                      {...pointed}
                      onHeight={wall.onHeight}
                    />
                  );
                })}
            </div>
          </div>
        </div>
      </div>
      <Suspense fallback={null}>
        <Scrubber label={t('scrubber')} chunks={chunks} wall={wall} beyond={beyond} />
      </Suspense>
    </div>
  );
}

const hasHeading = ({ isFirst, month }: Chunk) => isFirst && month !== '';
