import { Button } from '@modu/ui';
import { useState } from 'react';
import { RevokeApiKeyDocument } from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/index.ts';
import { useLocale, useTranslation } from '../../../lib/language/index.ts';
import { FailureNotice } from '../../../lib/trace/index.ts';
import { toast } from '../../../lib/toasts/index.ts';
import { formatMoment } from '../../../lib/words/moment.ts';
import { Part, useChange } from '../../account/index.ts';
import type { Key } from '../hooks/useAccess.ts';
import { AskToEnd } from './AskToEnd.tsx';
import { NewKey } from './NewKey.tsx';

/** The keys with which the person's programs call the graph. */
export function Keys({ keys }: { readonly keys: readonly Key[] }) {
  const { t } = useTranslation('security');
  const locale = useLocale();
  const [asked, setAsked] = useState<Key | null>(null);
  const [isMaking, setIsMaking] = useState(false);
  const revoke = useChange({
    send: async (id: string) => (await request(RevokeApiKeyDocument, { id })).revokeApiKey,
    onDone: () => void toast({ tone: 'positive', words: t('keyEnded') }),
  });
  const used = ({ lastUsedAt }: Key) =>
    lastUsedAt ? t('keyUsed', { moment: formatMoment(lastUsedAt, locale) }) : t('keyUnused');
  return (
    <Part title={t('keys')} words={t('keysWords')}>
      {keys.length > 0 && (
        <ul className="person__list">
          {keys.map((key) => (
            <li key={key.id} className="person__item">
              <div>
                <p>
                  {key.name} <span className="ui-mono person__aside">{key.start}…</span>
                </p>
                <p className="person__aside">
                  {key.scopes.join(', ')} · {used(key)}
                  {key.expiresAt ? ` · ${t('keyEnds', { moment: formatMoment(key.expiresAt, locale) })}` : ''}
                </p>
              </div>
              <Button variant="quiet" onPress={() => setAsked(key)} isPending={revoke.isPending}>
                {t('keyEnd')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <AskToEnd
        asked={asked}
        title={t('keyEndTitle', { name: asked?.name ?? '' })}
        words={t('keyEndWords')}
        confirmLabel={t('keyEnd')}
        onClose={() => setAsked(null)}
        onEnd={({ id }) => revoke.send(id)}
      />
      <FailureNotice error={revoke.error} words={t('failed')} />
      {isMaking ? (
        <NewKey onClose={() => setIsMaking(false)} />
      ) : (
        <Button onPress={() => setIsMaking(true)}>{t('keyNew')}</Button>
      )}
    </Part>
  );
}
