import '@modu/ui/overlay.css';
import type { RefObject } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { useTranslation } from 'react-i18next';
import { AccountPanel } from '../features/session/components/AccountPanel.tsx';

export interface AccountFlyoutProps {
  readonly triggerRef: RefObject<HTMLButtonElement | null>;
  readonly placement: 'top end' | 'right bottom';
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

/** The account beside its button; fetched when it is first wanted, because a popover is a good part of a page's script. */
export function AccountFlyout({ triggerRef, placement, isOpen, onOpenChange }: AccountFlyoutProps) {
  const { t } = useTranslation('shell');
  return (
    <Popover
      className="ui-popover"
      triggerRef={triggerRef}
      placement={placement}
      offset={8}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
    >
      <Dialog aria-label={t('account')} className="ui-flyout">
        <AccountPanel />
      </Dialog>
    </Popover>
  );
}
