import { ChoiceGroup, Fold, Slider, TextArea } from '@modu/ui';
import { useTranslation } from '../../../lib/language/index.ts';
import { useRoom } from '../../../lib/words/useRoom.ts';
import { charactersOf, PROMPT_MAX } from '../model/characters.ts';
import { COUNT_MAX, rollSeed } from '../model/draft.ts';
import type { Draft } from '../model/draft.ts';
import type { InspectorProps } from './Inspector.tsx';
import { SeedField } from './SeedField.tsx';
import { StyleField } from './StyleField.tsx';

const STEPS_MAX = 50;

type FieldsProps = Omit<InspectorProps, 'models'>;

/** How many times as large a picture becomes. */
export function FactorField({ factor, onChange }: Pick<Draft, 'factor'> & Pick<InspectorProps, 'onChange'>) {
  const { t } = useTranslation('create');
  return (
    <ChoiceGroup
      look="segments"
      label={t('factor')}
      value={String(factor)}
      choices={[
        { id: '2', name: t('factorTwo') },
        { id: '4', name: t('factorFour') },
      ]}
      onChange={(id) => onChange({ factor: id === '4' ? 4 : 2 })}
    />
  );
}

/** What every task has that makes something new: how it looks, how many, how long it is worked on. */
export function LookFields({ draft, model, onChange }: FieldsProps) {
  const { t } = useTranslation('create');
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
      <StepsField {...{ draft, model, onChange }} />
    </>
  );
}

/** Nothing to choose where the model makes a picture in its own way. */
function StepsField({ draft, model, onChange }: Pick<FieldsProps, 'draft' | 'model' | 'onChange'>) {
  const { t } = useTranslation('create');
  const { stepsMin, stepsMax } = model?.limits ?? { stepsMin: 1, stepsMax: STEPS_MAX };
  if (stepsMin === stepsMax) return null;
  return (
    <Slider
      label={t('steps')}
      value={draft.steps}
      min={stepsMin}
      max={stepsMax}
      onChange={(steps) => onChange({ steps })}
    />
  );
}

/** And what few touch: where chance begins, and what should not be seen. */
export function FineFields({ draft, model, problems, onChange }: FieldsProps) {
  const { t } = useTranslation('create');
  const isUnread = model?.readsNegativePrompt === false;
  return (
    <>
      <SeedField
        seed={draft.seed}
        isLocked={draft.isSeedLocked}
        problem={problems.seed}
        onChange={onChange}
        roll={rollSeed}
      />
      <Fold title={t('advanced')} isOpen={draft.negativePrompt !== ''}>
        {isUnread && <p className="inspector__hint">{t('negativeUnread')}</p>}
        {/* Words written for another model can still be seen, and taken out. */}
        {(!isUnread || draft.negativePrompt !== '') && <NegativeField {...{ draft, model, problems, onChange }} />}
        <p className="inspector__hint">{t('choices')}</p>
      </Fold>
    </>
  );
}

function NegativeField({ draft, model, problems, onChange }: FieldsProps) {
  const { t } = useTranslation('create');
  const room = useRoom(charactersOf(draft.negativePrompt), model?.limits.promptCharactersMax ?? PROMPT_MAX);
  return (
    <TextArea
      label={t('negativePrompt')}
      value={draft.negativePrompt}
      placeholder={t('negativePlaceholder')}
      onChange={(negativePrompt) => onChange({ negativePrompt })}
      problem={problems.negativePrompt}
      {...room}
    />
  );
}
