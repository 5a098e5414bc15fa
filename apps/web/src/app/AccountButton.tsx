import { opensLater } from '@modu/ui';
import { useRef, useState } from 'react';
// By their files: the whole of the account would come along with the rail.
import { Portrait } from '../features/account/components/Portrait.tsx';
import { avatarSource } from '../features/account/model/avatar-source.ts';
import { useCreditWords, useMe } from '../features/credits/index.ts';
import { noticesOpen, useNotices } from '../features/notices/index.ts';
import { useQueueDrawer } from '../features/queue/index.ts';
import { loadWords, useTranslation } from '../lib/language/index.ts';
import { NARROW, useMediaQuery } from '../lib/screen/useMediaQuery.ts';
import { inFigures } from '../lib/words/figures.ts';
import type { AccountFlyoutProps } from './AccountFlyout.tsx';

const AccountFlyout = opensLater<AccountFlyoutProps>(async () => {
  const [come] = await Promise.all([import('./AccountFlyout.tsx'), loadWords('session')]);
  return come.AccountFlyout;
});

export interface AccountButtonProps {
  readonly onPalette: () => void;
  readonly onHelp: () => void;
}

/** The balance at a glance, and the account behind it. */
export function AccountButton({ onPalette, onHelp }: AccountButtonProps) {
  const { t } = useTranslation(['shell', 'notices', 'queue']);
  const isNarrow = useMediaQuery(NARROW);
  const words = useCreditWords();
  const me = useMe().data;
  const { fresh } = useNotices();
  const { setOpen: setJobsOpen } = useQueueDrawer();
  const triggerRef = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const balance = me?.credits.available;
  return (
    <>
      <button
        type="button"
        ref={triggerRef}
        className="rail__place rail__account"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        data-fresh={fresh > 0 || undefined}
        aria-label={balance === undefined ? t('account') : `${t('account')}, ${words(balance)}`}
        onClick={() => setOpen(true)}
      >
        <Portrait name={me?.displayName ?? ''} src={avatarSource(me?.avatar)} />
        <span className="ui-figures">{balance === undefined ? t('account') : inFigures(balance)}</span>
      </button>
      <AccountFlyout
        triggerRef={triggerRef}
        placement={isNarrow ? 'top end' : 'right bottom'}
        isOpen={isOpen}
        onOpenChange={setOpen}
        aids={
          isNarrow
            ? [
                {
                  name: fresh === 0 ? t('notices:title') : t('notices:fresh', { count: fresh }),
                  onOpen: () => noticesOpen.set(true),
                },
                { name: t('queue:title'), onOpen: () => setJobsOpen(true) },
                { name: t('palette'), onOpen: onPalette },
                { name: t('help'), onOpen: onHelp },
              ]
            : []
        }
      />
    </>
  );
}
