import { useState } from 'react';
import { useTranslation } from '../../../lib/language/index.ts';
import { WholePicture } from '../../../lib/pictures/WholePicture.tsx';
import { ratioOf } from '../../../lib/pictures/ratio.ts';
import type { StudioPicture } from '../model/scene.ts';

export interface CompareViewProps {
  readonly before: StudioPicture;
  readonly after: StudioPicture;
  readonly onExpired: () => void;
}

/** Two pictures over each other, with a line between them that is drawn from side to side. */
export function CompareView({ before, after, onExpired }: CompareViewProps) {
  const { t } = useTranslation('create');
  const [share, setShare] = useState(50);
  const show = (picture: StudioPicture) => (
    <WholePicture
      picture={picture}
      alt={picture.prompt === null ? t('untitled') : t('pictureAlt', { prompt: picture.prompt })}
      onExpired={onExpired}
    />
  );
  return (
    <div className="compare sheet" style={ratioOf(after)}>
      <div className="compare__layer">{show(after)}</div>
      <div className="compare__layer" style={{ clipPath: `inset(0 ${100 - share}% 0 0)` }}>
        {show(before)}
      </div>
      <span className="compare__line" style={{ insetInlineStart: `${share}%` }} aria-hidden />
      <input
        type="range"
        className="compare__slide"
        min={0}
        max={100}
        value={share}
        aria-label={t('compareSlide')}
        onChange={(event) => setShare(event.currentTarget.valueAsNumber)}
      />
    </div>
  );
}
