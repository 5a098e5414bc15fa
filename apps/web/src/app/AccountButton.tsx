import { Flyout } from '@modu/ui';
import { lazy, Suspense } from 'react';
import { Button } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import { formatCredits, useCreditWords, useMe } from '../features/credits/index.ts';
import { useLocale } from '../lib/language/index.ts';
import { NARROW, useMediaQuery } from '../lib/screen/useMediaQuery.ts';

const AccountPanel = lazy(async () => ({
  default: (await import('../features/session/components/AccountPanel.tsx')).AccountPanel,
}));

/** The balance at a glance, and the account behind it. */
export function AccountButton() {
  const { t } = useTranslation('shell');
  const isNarrow = useMediaQuery(NARROW);
  const locale = useLocale();
  const words = useCreditWords();
  const me = useMe().data;
  const balance = me?.credits.available;
  return (
    <Flyout
      label={t('account')}
      placement={isNarrow ? 'top end' : 'right bottom'}
      trigger={
        <Button
          className="rail__place rail__account"
          aria-label={balance === undefined ? t('account') : `${t('account')}, ${words(balance)}`}
        >
          <span className="rail__initial" aria-hidden>
            {Array.from(me?.displayName ?? '')[0]}
          </span>
          <span className="ui-figures">{balance === undefined ? t('account') : formatCredits(balance, locale)}</span>
        </Button>
      }
    >
      {() => (
        <Suspense fallback={null}>
          <AccountPanel />
        </Suspense>
      )}
    </Flyout>
  );
}
