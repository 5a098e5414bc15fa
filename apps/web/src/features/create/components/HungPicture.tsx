import { PlainButton } from '@modu/ui';
import { LayoutGrid } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from '../../../lib/language/index.ts';
import { WholePicture } from '../../../lib/pictures/WholePicture.tsx';
import { ratioOf } from '../../../lib/pictures/ratio.ts';
import { Link } from '../../../lib/way/index.ts';
import { useFocusOnSwap } from '../hooks/useFocusOnSwap.ts';
import { useMadeWith, useRelatives } from '../hooks/useMadeWith.ts';
import type { Draft } from '../model/draft.ts';
import type { StudioPicture } from '../model/scene.ts';
import { BatchGrid } from './BatchGrid.tsx';
import { CompareView } from './CompareView.tsx';
import { PictureActions } from './PictureActions.tsx';

export interface HungPictureProps {
  readonly picture: StudioPicture;
  /** It came up by itself, as the latest: those made with it are shown together first. */
  readonly isLatest: boolean;
  readonly onChange: (change: Partial<Draft>) => void;
  readonly onExpired: () => void;
}

/** A finished picture, what can be done with it, and those that were made with it. */
export function HungPicture({ picture: hung, isLatest, onChange, onExpired }: HungPictureProps) {
  const { t } = useTranslation('create');
  const [shownId, setShownId] = useState(hung.id);
  const [isTogether, setTogether] = useState(isLatest);
  const box = useFocusOnSwap(isTogether);
  const [isComparing, setComparing] = useState(false);
  const made = useMadeWith(hung.id);
  const { siblings, parent } = useRelatives(made);
  const shown = siblings.find(({ id }) => id === shownId) ?? made;
  const picture = shown ?? hung;
  const before = parent ?? siblings.find(({ id }) => id !== picture.id) ?? null;
  if (isTogether && siblings.length > 1) {
    const pick = (id: string) => {
      setShownId(id);
      setTogether(false);
    };
    return (
      <div ref={box} className="hung">
        <BatchGrid pictures={siblings} onPick={pick} onExpired={onExpired} />
        <p className="hung__foot hung__words">{t('batchWords')}</p>
      </div>
    );
  }
  return (
    <div ref={box} className="hung">
      {isComparing && before !== null ? (
        <CompareView before={before} after={picture} onExpired={onExpired} />
      ) : (
        <Print picture={picture} onExpired={onExpired} />
      )}
      <div className="hung__foot">
        <PictureActions
          picture={picture}
          made={shown}
          isComparing={isComparing}
          onCompare={before === null ? null : setComparing}
          onChange={onChange}
        />
        {siblings.length > 1 && (
          <PlainButton
            variant="quiet"
            icon={<LayoutGrid size={16} strokeWidth={1.5} aria-hidden />}
            onPress={() => setTogether(true)}
          >
            {t('batchAll', { count: siblings.length })}
          </PlainButton>
        )}
      </div>
    </div>
  );
}

function Print({ picture, onExpired }: Pick<HungPictureProps, 'picture' | 'onExpired'>) {
  const { t } = useTranslation('create');
  return (
    <Link
      to="/gallery/$imageId"
      params={{ imageId: picture.id }}
      className="sheet sheet--print"
      style={ratioOf(picture)}
    >
      <WholePicture
        picture={picture}
        alt={picture.prompt === null ? t('untitled') : t('pictureAlt', { prompt: picture.prompt })}
        onExpired={onExpired}
      />
    </Link>
  );
}
