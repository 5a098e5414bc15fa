import { useState } from 'react';
import { useTranslation } from '../../../lib/language/index.ts';
import { Picture } from '../../../lib/pictures/Picture.tsx';
import { WholePicture } from '../../../lib/pictures/WholePicture.tsx';
import { ratioOf } from '../../../lib/pictures/ratio.ts';
import { Failed } from '../../../lib/thing/Failed.tsx';
import { useGrab } from '../hooks/useGrab.ts';
import type { Shown } from '../hooks/useLightbox.ts';
import { useSwipe } from '../hooks/useSwipe.ts';
import { useWheel } from '../hooks/useWheel.ts';
import { isSeenLarger } from '../model/seen-size.ts';
import { ZOOM_CLOSE } from '../model/zoom.ts';

export interface LightboxStageProps {
  readonly name: string;
  readonly place: number;
  readonly shown: Shown;
}

/**
 * The picture, as large as there is room or larger: by the wheel and a double click at what they point at. What is larger is drawn
 * along by a mouse and scrolled by a finger; what is not, a finger draws aside for the next one.
 */
export function LightboxStage({ name, place, shown }: LightboxStageProps) {
  const { t } = useTranslation('pictures');
  const { picture, isError, zoom, go } = shown;
  const hasPicture = picture !== null && picture !== undefined && !isError;
  const isLarge = zoom > 1;
  const swipe = useSwipe((step) => go(place + step));
  const grab = useGrab(shown.move);
  useWheel(shown.stage, shown.closer);
  return (
    <div
      ref={shown.stage}
      className="lightbox__stage"
      data-zoomed={isLarge}
      onDoubleClick={({ clientX: x, clientY: y }) => shown.changeZoom(() => (isLarge ? 1 : ZOOM_CLOSE), { x, y })}
      onDragStart={(event) => event.preventDefault()}
      {...(hasPicture && isLarge ? grab : swipe)}
    >
      {hasPicture && (
        <div
          ref={shown.frame}
          className="lightbox__frame"
          style={{ ...ratioOf(picture), '--zoom': zoom } as React.CSSProperties}
        >
          <PictureInFrame key={picture.id} name={name} shown={shown} />
        </div>
      )}
      {isError && <Failed title={t('pictureFailed')} query={shown} />}
    </div>
  );
}

/**
 * The tile as the wall has it, over it the picture at the size of a window as soon as that has come, and over both the original where
 * somebody comes closer or the window has more pixels. Those who hear the page hear it once.
 */
function PictureInFrame({ name, shown: { tile, original, zoom, refetch } }: Omit<LightboxStageProps, 'place'>) {
  const [isWhole, setWhole] = useState(false);
  const needsWhole = original !== null && (zoom > 1 || isSeenLarger(original, window));
  // Whoever has come closer keeps it when they go back.
  if (needsWhole && !isWhole) setWhole(true);
  return (
    <>
      {tile && (
        <Picture
          cacheKey={`${tile.id}/tile`}
          {...tile}
          url={tile.thumbnailUrl}
          alt=""
          loading="eager"
          onExpired={refetch}
        />
      )}
      {original && (
        <Picture
          cacheKey={`${original.id}/large`}
          {...original}
          url={original.large}
          alt={isWhole ? '' : name}
          loading="eager"
          onExpired={refetch}
        />
      )}
      {original && isWhole && <WholePicture picture={original} alt={name} onExpired={refetch} />}
    </>
  );
}
