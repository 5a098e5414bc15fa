import { Skeleton } from '@modu/ui';
import { useTranslation } from '../../lib/language/index.ts';
import { Failed } from '../../lib/thing/Failed.tsx';
import { AvatarPart } from './components/AvatarPart.tsx';
import { DeleteAccount } from './components/DeleteAccount.tsx';
import { EmailPart } from './components/EmailPart.tsx';
import { NamePart } from './components/NamePart.tsx';
import { Part } from './components/Part.tsx';
import { PersonFrame } from './components/PersonFrame.tsx';
import { useAccount } from './hooks/useAccount.ts';
import { LanguageChoice, ThemeChoice } from '../session/index.ts';

/** Who the person is: name, address, language, and the end of the account. */
export function AccountPage() {
  const { t } = useTranslation('account');
  const query = useAccount();
  const account = query.data;
  return (
    <PersonFrame title={t('account')}>
      {query.isError && <Failed title={t('unread')} query={query} />}
      {!account && !query.isError && <Skeleton height="240px" />}
      {account && (
        <>
          <AvatarPart name={account.displayName} />
          <NamePart name={account.displayName} />
          <EmailPart email={account.email} isVerified={account.emailVerified} />
          <Part title={t('look')}>
            <LanguageChoice showsLabel />
            <ThemeChoice />
          </Part>
          <DeleteAccount email={account.email} deletesAt={account.deletesAt ?? null} graceDays={account.graceDays} />
        </>
      )}
    </PersonFrame>
  );
}
