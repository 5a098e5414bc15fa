import { Button, ChoiceGroup, Fold, Select, Slider, TextArea } from '@modu/ui';
import { memo } from 'react';
import { useTranslation } from '../../../lib/language/index.ts';
import { FailureNotice } from '../../../lib/trace/index.ts';
import { useRoom } from '../../../lib/words/useRoom.ts';
import { useModels } from '../hooks/useModels.ts';
import type { StudioModel } from '../hooks/useModels.ts';
import { COUNT_MAX, rollSeed } from '../model/draft.ts';
import type { Draft } from '../model/draft.ts';
import { sizeChoices } from '../model/sizes.ts';
import { charactersOf, PROMPT_MAX } from '../model/characters.ts';
import type { FieldProblems } from '../model/field-problems.ts';
import { ModeField } from './ModeField.tsx';
import { SeedField } from './SeedField.tsx';
import { SizeField } from './SizeField.tsx';
import { SourceField } from './SourceField.tsx';
import { StyleField } from './StyleField.tsx';

export interface InspectorProps {
  readonly draft: Draft;
  readonly models: readonly StudioModel[];
  readonly model: StudioModel | null;
  readonly problems: FieldProblems;
  readonly onChange: (change: Partial<Draft>) => void;
}

const STEPS_MAX = 50;

/** Nothing here shows the prompt, which changes with each letter that is typed. */
function isSame(before: InspectorProps, after: InspectorProps): boolean {
  const { draft: draftBefore, ...restBefore } = before;
  const { draft: draftAfter, ...restAfter } = after;
  const isAlike = <T extends object>(one: T, other: T) =>
    (Object.keys(other) as (keyof T)[]).every((key) => one[key] === other[key]);
  return (
    isAlike<object>(restBefore, restAfter) &&
    isAlike<object>({ ...draftBefore, prompt: '' }, { ...draftAfter, prompt: '' })
  );
}

/** The settings of the next picture: the ones most people touch first, the rest folded. */
export const Inspector = memo(function Inspector({ draft, models, model, problems, onChange }: InspectorProps) {
  const { t } = useTranslation('create');
  const { task } = draft;
  return (
    <div className="inspector">
      <ModeField task={task} onChange={(chosen) => onChange({ task: chosen })} />
      {task !== 'TEXT_TO_IMAGE' && <SourceField task={task} source={draft.source} onChange={onChange} />}
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
      <ModelsFailed task={task} />
      {model !== null && <p className="inspector__engine">{model.engine}</p>}
      {task === 'TEXT_TO_IMAGE' && (
        <SizeField choices={sizeChoices(model?.limits ?? null)} size={draft} onChange={onChange} />
      )}
      {task === 'UPSCALE' ? (
        <ChoiceGroup
          look="segments"
          label={t('factor')}
          value={String(draft.factor)}
          choices={[
            { id: '2', name: t('factorTwo') },
            { id: '4', name: t('factorFour') },
          ]}
          onChange={(id) => onChange({ factor: id === '4' ? 4 : 2 })}
        />
      ) : (
        <MakingFields draft={draft} model={model} problems={problems} onChange={onChange} />
      )}
    </div>
  );
}, isSame);

/** Says that there are no models to choose from because they did not come, and asks again. */
function ModelsFailed({ task }: Pick<Draft, 'task'>) {
  const { t } = useTranslation(['create', 'shell']);
  const { error, refetch } = useModels(null, task);
  const again = <Button onPress={() => void refetch()}>{t('shell:retry')}</Button>;
  return <FailureNotice error={error} words={t('create:modelsFailed')} action={again} />;
}

/** What every task has that makes something new. */
function MakingFields({ draft, model, problems, onChange }: Omit<InspectorProps, 'models'>) {
  const { t } = useTranslation('create');
  const room = useRoom(charactersOf(draft.negativePrompt), model?.limits.promptCharactersMax ?? PROMPT_MAX);
  return (
    <>
      {draft.task !== 'TEXT_TO_IMAGE' && (
        <Slider
          label={t('strength')}
          value={draft.strength}
          min={0}
          max={100}
          step={5}
          onChange={(strength) => onChange({ strength })}
        />
      )}
      <StyleField styleId={draft.styleId} onChange={(styleId) => onChange({ styleId })} />
      <Slider
        label={t('count')}
        value={draft.count}
        min={1}
        max={COUNT_MAX}
        onChange={(count) => onChange({ count })}
      />
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
          {...room}
        />
        <p className="inspector__hint">{t('choices')}</p>
      </Fold>
    </>
  );
}
