import { Button } from '@modu/ui';
import { useMutation } from '@tanstack/react-query';
import { LogOut } from 'lucide-react';
import { signOut, tellSessionChange } from '../../../lib/auth/index.ts';
import { UpdateLocaleDocument } from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/index.ts';
import { useLocale, useTranslation } from '../../../lib/language/index.ts';
import { Link } from '../../../lib/way/index.ts';
import { formatSize } from '../../../lib/words/size.ts';
import { Balance, useMe } from '../../credits/index.ts';
import { LanguageChoice } from './LanguageChoice.tsx';
import { ThemeChoice } from './ThemeChoice.tsx';
import './account.css';

export interface AccountPanelProps {
  /** A link to a page was followed: what the panel lies in closes first, so that the page can have the focus. */
  readonly onLeave: () => void;
}

/** Who is signed in, the balance, language, theme, and the way out. */
export function AccountPanel({ onLeave }: AccountPanelProps) {
  const { t } = useTranslation('session');
  const locale = useLocale();
  const me = useMe().data;
  // The choice already holds in this browser; the account remembers it for letters and other devices when it can.
  const remember = useMutation({ mutationFn: (choice: string) => request(UpdateLocaleDocument, { locale: choice }) });
  const leave = useMutation({ mutationFn: signOut, onSuccess: () => tellSessionChange('signed-out') });
  return (
    <div className="account">
      <div className="account__person">
        <strong className="account__name">{me?.displayName}</strong>
        <span className="account__email">{me?.email}</span>
      </div>
      <div className="account__part">
        <Balance />
        <Link to="/credits" className="account__storage" onClick={onLeave}>
          {t('creditsAndPlans')}
        </Link>
        {me && (
          <p className="account__storage ui-figures">
            {t('storage', {
              used: formatSize(me.storage.usedBytes, locale),
              quota: formatSize(me.storage.quotaBytes, locale),
            })}
          </p>
        )}
      </div>
      <div className="account__part">
        <LanguageChoice showsLabel onChoice={(choice) => remember.mutate(choice)} />
        <ThemeChoice />
      </div>
      <nav className="account__pages">
        <Link to="/account" onClick={onLeave}>
          {t('toAccount')}
        </Link>
        <Link to="/security" onClick={onLeave}>
          {t('toSecurity')}
        </Link>
        {me?.role === 'ADMIN' && (
          <>
            <Link to="/admin/queue" onClick={onLeave}>
              {t('toAdminQueue')}
            </Link>
            <Link to="/enterprise" onClick={onLeave}>
              {t('toRequests')}
            </Link>
          </>
        )}
      </nav>
      <Button
        variant="quiet"
        className="account__out"
        icon={<LogOut size={16} strokeWidth={1.5} aria-hidden />}
        onPress={() => leave.mutate()}
        isDisabled={leave.isPending}
      >
        {t('signOut')}
      </Button>
      {leave.isError && <p role="alert">{t('problemUnreachable')}</p>}
    </div>
  );
}
