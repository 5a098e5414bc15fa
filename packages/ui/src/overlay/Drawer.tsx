import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { IconButton } from '../button/IconButton.tsx';
import './overlay.css';
import './dialog.css';

export interface DrawerProps {
  readonly title: string;
  readonly closeLabel: string;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly children: ReactNode;
}

/** A tall panel at the end of the page for something long; on a phone it takes the whole width. */
export function Drawer({ title, closeLabel, isOpen, onOpenChange, children }: DrawerProps) {
  return (
    <ModalOverlay isOpen={isOpen} onOpenChange={onOpenChange} isDismissable className="ui-veil ui-veil--end">
      <Modal className="ui-drawer">
        <AriaDialog className="ui-dialog__frame">
          <header className="ui-dialog__head">
            <Heading slot="title" className="ui-dialog__title">
              {title}
            </Heading>
            <IconButton
              label={closeLabel}
              icon={<X size={20} strokeWidth={1.5} aria-hidden />}
              onPress={() => onOpenChange(false)}
            />
          </header>
          <div className="ui-dialog__body">{children}</div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
