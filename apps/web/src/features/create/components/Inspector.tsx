import { Fold, Select, Slider, TextArea } from '@modu/ui';
import { useTranslation } from 'react-i18next';
import type { StudioModel } from '../hooks/useModels.ts';
import { rollSeed } from '../model/draft.ts';
import type { Draft } from '../model/draft.ts';
import { sizeChoices } from '../model/sizes.ts';
import type { FieldProblems } from '../model/field-problems.ts';
import { SeedField } from './SeedField.tsx';
import { SizeField } from './SizeField.tsx';

export interface InspectorProps {
  readonly draft: Draft;
  readonly models: readonly StudioModel[];
  readonly model: StudioModel | null;
  readonly problems: FieldProblems;
  readonly onChange: (change: Partial<Draft>) => void;
}

const STEPS_MAX = 50;

/** The settings of the next picture: the ones most people touch first, the rest folded. */
export function Inspector({ draft, models, model, problems, onChange }: InspectorProps) {
  const { t } = useTranslation('create');
  return (
    <div className="inspector">
      <Select
        label={t('model')}
        placeholder={t('modelLoading')}
        value={model?.id ?? null}
        options={models.map(({ id, name, description, available }) => ({
          id,
          name,
          note: description,
          isDisabled: !available,
        }))}
        onChange={(modelId) => onChange({ modelId })}
        problem={problems.modelId}
      />
      {model !== null && <p className="inspector__engine">{model.engine}</p>}
      <SizeField choices={sizeChoices(model?.limits ?? null)} size={draft} onChange={onChange} />
      <Slider
        label={t('steps')}
        value={draft.steps}
        min={1}
        max={model?.limits.stepsMax ?? STEPS_MAX}
        onChange={(steps) => onChange({ steps })}
      />
      <SeedField
        seed={draft.seed}
        isLocked={draft.isSeedLocked}
        problem={problems.seed}
        onChange={onChange}
        roll={rollSeed}
      />
      <Fold title={t('advanced')} isOpen={draft.negativePrompt !== ''}>
        <TextArea
          label={t('negativePrompt')}
          value={draft.negativePrompt}
          placeholder={t('negativePlaceholder')}
          onChange={(negativePrompt) => onChange({ negativePrompt })}
          problem={problems.negativePrompt}
        />
      </Fold>
    </div>
  );
}
