import { Button, Notice } from '@modu/ui';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { useTranslation } from '../../../lib/language/index.ts';
import { FailureNotice } from '../../../lib/trace/index.ts';
import { problemWords } from '../../../lib/upload/index.ts';
import { useAvatar } from '../hooks/useAvatar.ts';
import { Part } from './Part.tsx';
import { Portrait } from './Portrait.tsx';

const PICTURES = ['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/avif'];

/** The person's picture: brought from their machine, kept among their files. */
export function AvatarPart({ name }: { readonly name: string }) {
  const { t } = useTranslation('account');
  const { src, bring, takeAway } = useAvatar();
  const error = bring.error ?? takeAway.error;
  const refusal = bring.refusal ?? takeAway.refusal;
  return (
    <Part title={t('avatar')} words={t('avatarWords')}>
      <div className="person__avatar">
        <Portrait name={name} src={src} size="large" />
        <div className="person__deeds">
          <FileTrigger acceptedFileTypes={PICTURES} onSelect={(list) => list?.[0] && bring.send(list[0])}>
            <Button isPending={bring.isPending}>{src === null ? t('avatarChoose') : t('avatarChange')}</Button>
          </FileTrigger>
          {src !== null && (
            <Button variant="quiet" onPress={() => takeAway.send()} isPending={takeAway.isPending}>
              {t('avatarRemove')}
            </Button>
          )}
        </div>
      </div>
      {refusal && <Notice tone="negative">{refusal.message}</Notice>}
      <FailureNotice error={error} words={error ? problemWords(error, t('avatarFailed')) : undefined} />
    </Part>
  );
}
