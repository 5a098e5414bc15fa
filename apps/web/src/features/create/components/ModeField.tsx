import { ChoiceGroup } from '@modu/ui';
import { Brush, ImagePlus, Maximize, Type } from 'lucide-react';
import { useTranslation } from '../../../lib/language/index.ts';
import { TASKS } from '../model/draft.ts';
import type { Task } from '../model/draft.ts';

export interface ModeFieldProps {
  readonly task: Task;
  readonly onChange: (task: Task) => void;
}

const LOOKS = {
  TEXT_TO_IMAGE: { key: 'modeText', Icon: Type },
  IMAGE_TO_IMAGE: { key: 'modeImage', Icon: ImagePlus },
  UPSCALE: { key: 'modeUpscale', Icon: Maximize },
  INPAINT: { key: 'modeInpaint', Icon: Brush },
} as const;

/** The four things that can be done. */
export function ModeField({ task, onChange }: ModeFieldProps) {
  const { t } = useTranslation('create');
  return (
    <ChoiceGroup
      look="tiles"
      label={t('mode')}
      value={task}
      choices={TASKS.map((id) => {
        const { key, Icon } = LOOKS[id];
        return { id, name: t(key), icon: <Icon size={20} strokeWidth={1.5} aria-hidden /> };
      })}
      onChange={(id) => {
        const chosen = TASKS.find((one) => one === id);
        if (chosen !== undefined) onChange(chosen);
      }}
    />
  );
}
