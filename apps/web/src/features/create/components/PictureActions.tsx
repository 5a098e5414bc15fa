import { PlainButton } from '@modu/ui';
import { Brush, ImagePlus, Maximize, SquareSplitHorizontal, Undo2 } from 'lucide-react';
import { useTranslation } from '../../../lib/language/index.ts';
import type { Draft, Task } from '../model/draft.ts';
import { draftOf } from '../model/recall.ts';
import type { MadePicture } from '../model/recall.ts';
import type { StudioPicture } from '../model/scene.ts';

export interface PictureActionsProps {
  readonly picture: StudioPicture;
  /** With its settings, once they are known. */
  readonly made: MadePicture | null;
  readonly isComparing: boolean;
  /** Null when there is nothing to compare it with. */
  readonly onCompare: ((isComparing: boolean) => void) | null;
  readonly onChange: (change: Partial<Draft>) => void;
}

const EDITS = [
  { task: 'IMAGE_TO_IMAGE', key: 'actRepaint', Icon: ImagePlus },
  { task: 'UPSCALE', key: 'actUpscale', Icon: Maximize },
  { task: 'INPAINT', key: 'actMend', Icon: Brush },
] as const;

/** What the picture on the wall can become. */
export function PictureActions({ picture, made, isComparing, onCompare, onChange }: PictureActionsProps) {
  const { t } = useTranslation('create');
  const start = (task: Task) => {
    const { id, width, height } = picture;
    onChange({ task, source: { kind: 'image', id, width, height }, dabs: [] });
  };
  return (
    <div className="hung__actions" role="group" aria-label={t('actions')}>
      {EDITS.map(({ task, key, Icon }) => (
        <PlainButton
          key={task}
          variant="quiet"
          icon={<Icon size={16} strokeWidth={1.5} aria-hidden />}
          onPress={() => start(task)}
        >
          {t(key)}
        </PlainButton>
      ))}
      {made !== null && (
        <PlainButton
          variant="quiet"
          icon={<Undo2 size={16} strokeWidth={1.5} aria-hidden />}
          onPress={() => onChange(draftOf(made))}
        >
          {t('actRecall')}
        </PlainButton>
      )}
      {onCompare !== null && (
        <PlainButton
          variant="quiet"
          icon={<SquareSplitHorizontal size={16} strokeWidth={1.5} aria-hidden />}
          onPress={() => onCompare(!isComparing)}
        >
          {isComparing ? t('compareStop') : t('compare')}
        </PlainButton>
      )}
    </div>
  );
}
