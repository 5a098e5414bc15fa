import { announce, IconButton } from '@modu/ui';
import { Info, Star, X, ZoomIn, ZoomOut } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from '../../../lib/language/index.ts';
import { Link } from '../../../lib/way/index.ts';
import type { Shown } from '../hooks/useLightbox.ts';
import { ZOOM_MAX, ZOOM_STEP } from '../model/zoom.ts';

const icon = { size: 20, strokeWidth: 1.5, 'aria-hidden': true } as const;

export interface LightboxBarProps {
  readonly name: string;
  readonly shown: Shown;
  readonly onClose: () => void;
}

/** Its name, and what one does with it. */
export function LightboxBar({ name, shown: { picture, zoom, closer, toggleStar }, onClose }: LightboxBarProps) {
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
