import { announce, IconButton } from '@modu/ui';
import { ChevronLeft, ChevronRight, Info, Star, X, ZoomIn, ZoomOut } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useTranslation } from '../../../lib/language/index.ts';
import { Picture } from '../../../lib/pictures/Picture.tsx';
import { WholePicture } from '../../../lib/pictures/WholePicture.tsx';
import { ratioOf } from '../../../lib/pictures/ratio.ts';
import { Failed } from '../../../lib/thing/Failed.tsx';
import { Link } from '../../../lib/way/index.ts';
import { useLightbox, ZOOM_MAX, ZOOM_STEP } from '../hooks/useLightbox.ts';
import type { LightboxPlace } from '../hooks/useLightbox.ts';
import { useSwipe } from '../hooks/useSwipe.ts';

export interface LightboxProps extends LightboxPlace {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

type Shown = ReturnType<typeof useLightbox>;

const icon = { size: 20, strokeWidth: 1.5, 'aria-hidden': true } as const;

/** One picture alone, as large as the window; arrows go on along the wall, plus and minus come closer. */
export function Lightbox({ isOpen, onOpenChange, ...at }: LightboxProps) {
  const { t } = useTranslation(['pictures', 'gallery']);
  const shown = useLightbox(at);
  const { picture, end, go, onKeyDown } = shown;
  const name = picture ? (picture.title ?? picture.prompt ?? t('gallery:untitled')) : t('gallery:loading');
  return (
    <ModalOverlay isOpen={isOpen} onOpenChange={onOpenChange} className="lightbox">
      <Modal className="lightbox__modal">
        {/*
         * Focus begins on the dialog, which is called as the picture is, and on no button: its tooltip would open with it, and take
         * the first Escape for itself. So the keys are heard around it.
         */}
        <div className="lightbox__modal" onKeyDown={onKeyDown}>
          <Dialog aria-label={name} className="lightbox__dialog lightbox__keys">
            <LightboxBar name={name} shown={shown} onClose={() => onOpenChange(false)} />
            <LightboxStage name={name} place={at.place} shown={shown} />
            <IconButton
              className="lightbox__before"
              label={t('before')}
              icon={<ChevronLeft {...icon} />}
              isDisabled={at.place === 0}
              onPress={() => go(at.place - 1)}
            />
            <IconButton
              className="lightbox__after"
              label={t('after')}
              icon={<ChevronRight {...icon} />}
              isDisabled={at.place >= end}
              onPress={() => go(at.place + 1)}
            />
          </Dialog>
        </div>
      </Modal>
    </ModalOverlay>
  );
}

interface BarProps {
  readonly name: string;
  readonly shown: Shown;
  readonly onClose: () => void;
}

function LightboxBar({ name, shown: { picture, zoom, closer, toggleStar }, onClose }: BarProps) {
  const { t } = useTranslation(['pictures', 'shell']);
  useSaidWhenOther(name);
  return (
    <header className="lightbox__bar">
      <IconButton label={t('shell:close')} icon={<X {...icon} />} onPress={onClose} />
      <p className="lightbox__name">{name}</p>
      <IconButton
        label={t('pictures:zoomOut')}
        icon={<ZoomOut {...icon} />}
        isDisabled={zoom <= 1}
        onPress={() => closer(1 / ZOOM_STEP)}
      />
      <IconButton
        label={t('pictures:zoomIn')}
        icon={<ZoomIn {...icon} />}
        isDisabled={zoom >= ZOOM_MAX}
        onPress={() => closer(ZOOM_STEP)}
      />
      <IconButton
        label={picture?.starred ? t('pictures:unstar') : t('pictures:star')}
        icon={<Star {...icon} fill={picture?.starred ? 'currentColor' : 'none'} />}
        onPress={() => void toggleStar()}
      />
      {picture && (
        <Link
          to="/gallery/$imageId"
          params={{ imageId: picture.id }}
          className="ui-button ui-button--icon"
          data-variant="quiet"
          aria-label={t('pictures:details')}
        >
          <Info {...icon} />
        </Link>
      )}
    </header>
  );
}

/** Arrows go on and leave focus where it is: what came is said. The first is the name of the dialog. */
function useSaidWhenOther(name: string) {
  const said = useRef(name);
  useEffect(() => {
    if (said.current === name) return;
    said.current = name;
    announce(name, { about: 'lightbox' });
  }, [name]);
}

interface StageProps {
  readonly name: string;
  readonly place: number;
  readonly shown: Shown;
}

function LightboxStage({ name, place, shown }: StageProps) {
  const { t } = useTranslation('pictures');
  const { picture, isError, zoom, setZoom, go } = shown;
  // What is larger than the window is moved by the finger instead.
  const swipe = useSwipe({ isOn: zoom === 1, onSwipe: (step) => go(place + step) });
  return (
    <div
      ref={shown.stage}
      className="lightbox__stage"
      data-zoomed={zoom > 1}
      onDoubleClick={() => setZoom(zoom > 1 ? 1 : 2.5)}
      {...swipe}
    >
      {picture && !isError && (
        <div className="lightbox__frame" style={{ ...ratioOf(picture), '--zoom': zoom } as React.CSSProperties}>
          <PictureInFrame key={picture.id} name={name} shown={shown} />
        </div>
      )}
      {isError && <Failed title={t('pictureFailed')} query={shown} />}
    </div>
  );
}

/** The tile as the wall has it, and over it the original as soon as that has come. */
function PictureInFrame({ name, shown: { tile, original, refetch } }: Omit<StageProps, 'place'>) {
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
      {original && <WholePicture picture={original} alt={name} onExpired={refetch} />}
    </>
  );
}
