import { Button } from '@modu/ui';
import { useId, useState } from 'react';
import { useTranslation } from '../../../lib/language/index.ts';

interface EndLinkProps {
  /** When the link was made, in words: what it is called by. */
  readonly made: string;
  readonly isPending: boolean;
  readonly onEnd: () => void;
}

/** Ends a link once that was answered: nobody can bring it back. Asked in its row, for there is a dialog around it already. */
export function EndLink({ made, isPending, onEnd }: EndLinkProps) {
  const { t } = useTranslation('share');
  const questionId = useId();
  const [asked, setAsked] = useState<'not yet' | 'now' | 'before'>('not yet');
  if (asked !== 'now') {
    return (
      // Whoever has answered is where they began.
      <Button autoFocus={asked === 'before'} isPending={isPending} onPress={() => setAsked('now')}>
        {t('revoke')}
      </Button>
    );
  }
  const answer = (then: () => void) => () => {
    setAsked('before');
    then();
  };
  return (
    <div role="group" aria-labelledby={questionId} className="share-list__question">
      <p id={questionId}>{t('revokeAsk', { moment: made })}</p>
      <Button autoFocus onPress={answer(() => undefined)}>
        {t('revokeKeep')}
      </Button>
      <Button variant="danger" onPress={answer(onEnd)}>
        {t('revokeConfirm')}
      </Button>
    </div>
  );
}
