import { Skeleton } from '@modu/ui';
import { useTranslation } from '../../lib/language/index.ts';
import { Failed } from '../../lib/thing/Failed.tsx';
import { PersonFrame, useAccount } from '../account/index.ts';
import { Keys } from './components/Keys.tsx';
import { NoPasswordPart } from './components/NoPasswordPart.tsx';
import { PasswordPart } from './components/PasswordPart.tsx';
import { Places } from './components/Places.tsx';
import { SecondStepPart } from './components/SecondStepPart.tsx';
import { useAccess } from './hooks/useAccess.ts';

/** How the account is kept safe: password, second step, places, keys. */
export function SecurityPage() {
  const { t } = useTranslation(['security', 'account']);
  const account = useAccount();
  const access = useAccess();
  const isReady = account.data && access.data;
  const refetch = () => Promise.all([account.refetch(), access.refetch()]);
  const error = account.error ?? access.error;
  return (
    <PersonFrame title={t('security:title')}>
      {error && <Failed title={t('account:unread')} query={{ refetch, error }} />}
      {!isReady && !error && <Skeleton height="240px" />}
      {account.data && access.data && (
        <>
          {account.data.hasPassword ? (
            <>
              <PasswordPart />
              <SecondStepPart isOn={account.data.twoFactorEnabled} />
            </>
          ) : (
            <NoPasswordPart email={account.data.email} />
          )}
          <Places places={access.data.sessions} />
          <Keys keys={access.data.apiKeys} />
        </>
      )}
    </PersonFrame>
  );
}
