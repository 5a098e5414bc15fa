import { lazy, Suspense, useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import { avatarSource, Portrait } from '../features/account/index.ts';
import { formatCredits, useCreditWords, useMe } from '../features/credits/index.ts';
import { useLocale } from '../lib/language/index.ts';
import { NARROW, useMediaQuery } from '../lib/screen/useMediaQuery.ts';

const AccountFlyout = lazy(async () => ({ default: (await import('./AccountFlyout.tsx')).AccountFlyout }));

export interface AccountButtonProps {
  readonly onPalette: () => void;
  readonly onHelp: () => void;
}

/** The balance at a glance, and the account behind it. */
export function AccountButton({ onPalette, onHelp }: AccountButtonProps) {
  const { t } = useTranslation('shell');
  const isNarrow = useMediaQuery(NARROW);
  const locale = useLocale();
  const words = useCreditWords();
  const me = useMe().data;
  const triggerRef = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [wasOpened, setOpened] = useState(false);
  const balance = me?.credits.available;
  const open = () => {
    setOpened(true);
    setOpen(true);
  };
  return (
    <>
      <Button
        ref={triggerRef}
        className="rail__place rail__account"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-label={balance === undefined ? t('account') : `${t('account')}, ${words(balance)}`}
        onPress={open}
      >
        <Portrait name={me?.displayName ?? ''} src={avatarSource(me?.avatar)} />
        <span className="ui-figures">{balance === undefined ? t('account') : formatCredits(balance, locale)}</span>
      </Button>
      {wasOpened && (
        <Suspense fallback={null}>
          <AccountFlyout
            triggerRef={triggerRef}
            placement={isNarrow ? 'top end' : 'right bottom'}
            isOpen={isOpen}
            onOpenChange={setOpen}
            aids={
              isNarrow
                ? [
                    { name: t('palette'), onOpen: onPalette },
                    { name: t('help'), onOpen: onHelp },
                  ]
                : []
            }
          />
        </Suspense>
      )}
    </>
  );
}
