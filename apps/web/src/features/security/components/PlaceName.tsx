import { announce, Button, Dialog, TextField } from '@modu/ui';
import { useState } from 'react';
import { TakeBack, useDraft } from '../../../lib/drafts/index.ts';
import { RenameSessionDocument } from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/index.ts';
import { useTranslation } from '../../../lib/language/index.ts';
import { FailureNotice } from '../../../lib/trace/index.ts';
import { useRoom } from '../../../lib/words/useRoom.ts';
import { useChange } from '../../account/index.ts';
import type { Place } from '../hooks/useAccess.ts';

const NAME_MAX = 80;

/** Names a place, so that the person knows it again. */
export function PlaceName({ place }: { readonly place: Place }) {
  const { t } = useTranslation('security');
  const [isOpen, setIsOpen] = useState(false);
  const draft = useDraft(`place ${place.id}`, { name: place.name ?? '' });
  const { name } = draft.fields;
  const room = useRoom(name.length, NAME_MAX);
  const rename = useChange({
    send: async () => (await request(RenameSessionDocument, { id: place.id, name: name.trim() || null })).renameSession,
    onDone: () => {
      draft.forget();
      announce(t('placeNamed'));
      setIsOpen(false);
    },
  });
  return (
    <>
      <Button variant="quiet" onPress={() => setIsOpen(true)}>
        {t('placeRename')}
      </Button>
      <Dialog
        title={t('placeRenameTitle')}
        closeLabel={t('close')}
        isOpen={isOpen}
        onOpenChange={setIsOpen}
        size="small"
        footer={
          <>
            <TakeBack draft={draft} />
            <Button variant="primary" onPress={() => rename.send()} isPending={rename.isPending}>
              {t('save')}
            </Button>
          </>
        }
      >
        <TextField
          label={t('placeName')}
          name="place"
          maxLength={NAME_MAX}
          {...room}
          value={name}
          onChange={(next) => draft.change({ name: next })}
          problem={rename.refusal?.message}
        />
        <FailureNotice error={rename.error} words={t('failed')} />
      </Dialog>
    </>
  );
}
