import { Button, Notice, TextField } from '@modu/ui';
import { TakeBack, useDraft } from '../../../lib/drafts/index.ts';
import { UpdateNameDocument } from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/index.ts';
import { useTranslation } from '../../../lib/language/index.ts';
import { FailureNotice } from '../../../lib/trace/index.ts';
import { useRoom } from '../../../lib/words/useRoom.ts';
import { useChange } from '../hooks/useChange.ts';
import { Part } from './Part.tsx';

const NAME_MAX = 80;

/** The name the person goes by. */
export function NamePart({ name }: { readonly name: string }) {
  const { t } = useTranslation('account');
  const draft = useDraft('name', { name });
  const typed = draft.fields.name;
  const room = useRoom(typed.length, NAME_MAX);
  const change = useChange({
    send: async (displayName: string) => (await request(UpdateNameDocument, { displayName })).updateProfile,
    onDone: draft.forget,
  });
  return (
    <Part title={t('name')} words={t('nameWords')}>
      <form
        className="person__form"
        onSubmit={(event) => {
          event.preventDefault();
          change.send(typed);
        }}
      >
        <TextField
          label={t('name')}
          name="name"
          autoComplete="name"
          maxLength={NAME_MAX}
          {...room}
          value={typed}
          onChange={(next) => draft.change({ name: next })}
          problem={change.refusal?.message}
        />
        {change.isDone && typed === name && <Notice tone="positive">{t('saved')}</Notice>}
        <FailureNotice error={change.error} words={t('failed')} />
        <Button type="submit" isDisabled={typed.trim() === name} isPending={change.isPending}>
          {t('save')}
        </Button>
        <TakeBack draft={draft} />
      </form>
    </Part>
  );
}
