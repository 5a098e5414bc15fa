import { PlainButton, TextField } from '@modu/ui';
import { FolderPlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from '../../../lib/language/index.ts';
import { useFailureWords } from '../../../lib/words/useFailureWords.ts';
import { useChangeBoards } from '../hooks/useChangeBoards.ts';

/** Names a board and makes it. */
export function NewBoard({ onMade }: { readonly onMade: (id: string, name: string) => void }) {
  const { t } = useTranslation('boards');
  const failure = useFailureWords();
  const [name, setName] = useState('');
  const change = useChangeBoards();
  return (
    <form
      className="new-board"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() === '') return;
        change.mutate(
          { kind: 'create', name },
          {
            onSuccess: (made) => {
              setName('');
              if (made.__typename === 'Board') onMade(made.id, name.trim());
            },
          },
        );
      }}
    >
      <TextField label={t('newName')} value={name} maxLength={100} onChange={setName} problem={failure(change.error)} />
      <PlainButton
        type="submit"
        icon={<FolderPlus size={16} strokeWidth={1.5} aria-hidden />}
        isPending={change.isPending}
      >
        {t('make')}
      </PlainButton>
    </form>
  );
}
