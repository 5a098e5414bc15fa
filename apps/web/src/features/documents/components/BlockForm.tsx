import { Button, Notice, NumberField, Select, TextArea } from '@modu/ui';
import { useState } from 'react';
import type { BlockPartsFragment } from '../../../lib/graph/generated/graphql.ts';
import { useTranslation } from '../../../lib/language/index.ts';
import { useCorrectBlock } from '../hooks/useCorrections.ts';
import { changesOf, draftOf, KINDS } from '../model/drafts.ts';
import type { Draft } from '../model/drafts.ts';
import { useKindNames } from '../hooks/useKindNames.ts';

interface BlockFormProps {
  readonly block: BlockPartsFragment;
  readonly language: string;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

const LEVELS = { min: 1, max: 6 };
const ROWS = { long: 6, short: 2, longFrom: 120 };

/** Corrects what a block is and what it says. What somebody else saved meanwhile is not written over. */
export function BlockForm({ block, language, onDone, onCancel }: BlockFormProps) {
  const { t } = useTranslation(['documents', 'shell']);
  const names = useKindNames();
  const [draft, setDraft] = useState<Draft>(() => draftOf(block));
  const correct = useCorrectBlock();
  const save = () => {
    const changes = changesOf(block, draft);
    if (changes.length === 0) return onDone();
    correct.mutate({ block, changes }, { onSuccess: onDone });
  };
  const write = (at: number, text: string) =>
    setDraft({ ...draft, texts: draft.texts.map((one, place) => (place === at ? { ...one, text } : one)) });
  return (
    <form
      className="block-form"
      aria-label={t('documents:correct')}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <div className="block-form__kind">
        <Select
          label={t('documents:kind')}
          placeholder={t('documents:kind')}
          value={draft.kind}
          onChange={(id) => setDraft({ ...draft, kind: KINDS.find((kind) => kind === id) ?? draft.kind })}
          options={KINDS.map((id) => ({ id, name: names[id] }))}
        />
        {draft.kind === 'HEADING' && (
          <NumberField
            label={t('documents:level')}
            value={draft.level}
            onChange={(level) => setDraft({ ...draft, level: level ?? draft.level })}
            {...LEVELS}
          />
        )}
      </div>
      <div lang={language} className="block-form__texts" data-many={draft.texts.length > 1 || undefined}>
        {draft.texts.map(({ path, text }, at) => (
          <TextArea
            key={String(path)}
            label={
              path.length === 0
                ? t('documents:words')
                : t('documents:wordsAt', { place: path.map((step) => step + 1).join('.') })
            }
            value={text}
            rows={text.length > ROWS.longFrom ? ROWS.long : ROWS.short}
            onChange={(next) => write(at, next)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
              event.preventDefault();
              save();
            }}
          />
        ))}
      </div>
      {correct.isError && <Notice tone="negative">{correct.error.message}</Notice>}
      <div className="block-form__deeds">
        <Button type="submit" variant="primary" isPending={correct.isPending}>
          {t('documents:save')}
        </Button>
        <Button onPress={onCancel}>{t('documents:cancel')}</Button>
      </div>
    </form>
  );
}
