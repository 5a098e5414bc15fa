import '@modu/ui/overlay.css';
import { Button } from '@modu/ui';
import type { RefObject } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { AccountPanel } from '../features/session/components/AccountPanel.tsx';
import { useTranslation } from '../lib/language/index.ts';

export interface AccountFlyoutProps {
  readonly triggerRef: RefObject<HTMLButtonElement | null>;
  readonly placement: 'top end' | 'right bottom';
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  /** On a phone the palette and help are reached from here. */
  readonly aids: readonly { readonly name: string; readonly onOpen: () => void }[];
}

/** The account beside its button; fetched when it is first wanted, because a popover is a good part of a page's script. */
export function AccountFlyout({ triggerRef, placement, isOpen, onOpenChange, aids }: AccountFlyoutProps) {
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
        <AccountPanel onLeave={() => onOpenChange(false)} />
        {aids.map(({ name, onOpen }) => (
          <Button
            key={name}
            variant="quiet"
            onPress={() => {
              onOpenChange(false);
              onOpen();
            }}
          >
            {name}
          </Button>
        ))}
      </Dialog>
    </Popover>
  );
}
