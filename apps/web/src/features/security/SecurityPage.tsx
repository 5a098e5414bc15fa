import { Notice, Skeleton } from '@modu/ui';
import { useTranslation } from '../../lib/language/index.ts';
import { PersonFrame, useAccount } from '../account/index.ts';
import { Keys } from './components/Keys.tsx';
import { PasswordPart } from './components/PasswordPart.tsx';
import { Places } from './components/Places.tsx';
import { SecondStepPart } from './components/SecondStepPart.tsx';
import { useAccess } from './hooks/useAccess.ts';

/** How the account is kept safe: password, second step, places, keys. */
export function SecurityPage() {
  const { t } = useTranslation('security');
  const account = useAccount();
  const access = useAccess();
  const isReady = account.data && access.data;
  return (
    <PersonFrame title={t('title')}>
      {(account.isError || access.isError) && <Notice tone="negative">{t('failed')}</Notice>}
      {!isReady && !account.isError && !access.isError && <Skeleton height="240px" />}
      {account.data && access.data && (
        <>
          <PasswordPart />
          <SecondStepPart isOn={account.data.twoFactorEnabled} />
          <Places places={access.data.sessions} />
          <Keys keys={access.data.apiKeys} />
        </>
      )}
    </PersonFrame>
  );
}
