import { Button, Notice, NumberField, Select, TextArea } from '@modu/ui';
import type { KeyboardEvent } from 'react';
import { useDraft } from '../../../lib/drafts/index.ts';
import type { BlockPartsFragment } from '../../../lib/graph/generated/graphql.ts';
import { useTranslation } from '../../../lib/language/index.ts';
import { FailureNotice } from '../../../lib/trace/index.ts';
import { useCorrectBlock } from '../hooks/useCorrections.ts';
import { changesOf, draftFrom, draftOf, fieldsOf, KINDS } from '../model/drafts.ts';
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

/** What somebody has in mind for a block, kept also when the block is moved, left out or corrected elsewhere meanwhile. */
function useBlockDraft(block: BlockPartsFragment) {
  const since = String(block.version);
  const { fields, change, forget } = useDraft(`block ${block.id}`, { ...fieldsOf(draftOf(block)), since });
  const draft = draftFrom(block, fields);
  const leave = (then: () => void) => () => {
    forget();
    then();
  };
  /** Whether it was begun on what the block says no more. */
  const isOlder = fields.since !== since && changesOf(block, draft).length > 0;
  return { draft, isOlder, setDraft: (next: Draft) => change(fieldsOf(next)), leave, forget };
}

/** Saves on Ctrl or ⌘ with Enter, once while they are held. While a Hangul syllable is being composed, Enter belongs to the input method. */
const onSaveKeys = (save: () => void) => (event: KeyboardEvent) => {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
  event.preventDefault();
  if (!event.repeat) save();
};

/** Corrects what a block is and what it says. What somebody else saved meanwhile is not written over. */
export function BlockForm({ block, language, onDone, onCancel }: BlockFormProps) {
  const { t } = useTranslation(['documents', 'shell']);
  const names = useKindNames();
  const { draft, isOlder, setDraft, leave, forget } = useBlockDraft(block);
  const correct = useCorrectBlock();
  const save = () => {
    if (correct.isPending) return;
    const changes = changesOf(block, draft);
    if (changes.length === 0) return leave(onDone)();
    correct.mutate({ block, changes }, { onSuccess: leave(onDone) });
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
      {isOlder && <OlderNotice onTakeSaved={forget} />}
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
      <div className="block-form__texts" data-many={draft.texts.length > 1 || undefined}>
        {draft.texts.map(({ path, text }, at) => (
          <TextArea
            key={String(path)}
            label={
              path.length === 0
                ? t('documents:words')
                : t('documents:wordsAt', { place: path.map((step) => step + 1).join('.') })
            }
            language={language}
            value={text}
            rows={text.length > ROWS.longFrom ? ROWS.long : ROWS.short}
            onChange={(next) => write(at, next)}
            onKeyDown={onSaveKeys(save)}
          />
        ))}
      </div>
      <FailureNotice error={correct.error} />
      <div className="block-form__deeds">
        <Button type="submit" variant="primary" isPending={correct.isPending}>
          {t('documents:save')}
        </Button>
        <Button onPress={leave(onCancel)}>{t('documents:cancel')}</Button>
      </div>
    </form>
  );
}

/** Says that what is written here was begun on what the block says no more. */
function OlderNotice({ onTakeSaved }: { readonly onTakeSaved: () => void }) {
  const { t } = useTranslation('documents');
  return (
    <Notice tone="caution" action={<Button onPress={onTakeSaved}>{t('takeSaved')}</Button>}>
      {t('changedSince')}
    </Notice>
  );
}
