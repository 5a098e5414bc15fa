import { Button, Select } from '@modu/ui';
import { memo } from 'react';
import { useTranslation } from '../../../lib/language/index.ts';
import { FailureNotice } from '../../../lib/trace/index.ts';
import { useModels } from '../hooks/useModels.ts';
import type { StudioModel } from '../hooks/useModels.ts';
import type { Draft } from '../model/draft.ts';
import { isSameButPrompt } from '../model/same-but-prompt.ts';
import { sizeChoices } from '../model/sizes.ts';
import type { FieldProblems } from '../model/field-problems.ts';
import { InTurn } from './InTurn.tsx';
import { FactorField, FineFields, LookFields } from './MakingFields.tsx';
import { ModeField } from './ModeField.tsx';
import { SizeField } from './SizeField.tsx';
import { SourceField } from './SourceField.tsx';

export interface InspectorProps {
  readonly draft: Draft;
  readonly models: readonly StudioModel[];
  readonly model: StudioModel | null;
  readonly problems: FieldProblems;
  readonly onChange: (change: Partial<Draft>) => void;
  /** Drawn in one go: what it stands in is as tall as it is. */
  readonly isAtOnce?: boolean;
}

/** The settings of the next picture: the ones most people touch first, the rest folded. */
export const Inspector = memo(function Inspector({ isAtOnce = false, ...props }: InspectorProps) {
  const { draft, model, onChange } = props;
  const { task } = draft;
  return (
    <div className="inspector">
      <InTurn isAtOnce={isAtOnce}>
        <>
          <ModeField task={task} onChange={(chosen) => onChange({ task: chosen })} />
          {task !== 'TEXT_TO_IMAGE' && <SourceField task={task} source={draft.source} onChange={onChange} />}
        </>
        <ModelField {...props} />
        <>
          {task === 'TEXT_TO_IMAGE' && (
            <SizeField choices={sizeChoices(model?.limits ?? null)} size={draft} onChange={onChange} />
          )}
          {task === 'UPSCALE' && <FactorField factor={draft.factor} onChange={onChange} />}
        </>
        <>{task !== 'UPSCALE' && <LookFields {...props} />}</>
        <>{task !== 'UPSCALE' && <FineFields {...props} />}</>
      </InTurn>
    </div>
  );
}, isSameButPrompt);

/** Which model makes it, and what that runs on. */
function ModelField({ draft, models, model, problems, onChange }: InspectorProps) {
  const { t } = useTranslation('create');
  return (
    <>
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
      <ModelsFailed task={draft.task} />
      {model !== null && <p className="inspector__engine">{model.engine}</p>}
    </>
  );
}

/** Says that there are no models to choose from because they did not come, and asks again. */
function ModelsFailed({ task }: Pick<Draft, 'task'>) {
  const { t } = useTranslation(['create', 'shell']);
  const { error, refetch } = useModels(null, task);
  const again = <Button onPress={() => void refetch()}>{t('shell:retry')}</Button>;
  return <FailureNotice error={error} words={t('create:modelsFailed')} action={again} />;
}
