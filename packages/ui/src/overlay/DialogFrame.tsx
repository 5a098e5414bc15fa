import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { IconButton } from '../button/IconButton.tsx';
import './overlay.css';
import './dialog.css';

export interface DialogProps {
  readonly title: string;
  readonly closeLabel: string;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly size?: 'small' | 'normal' | 'wide';
  /** Buttons at the lower edge, the main one last. */
  readonly footer?: ReactNode;
  readonly children: ReactNode;
}

/** One question or one short task before going on. Focus stays inside and returns to where it was; Escape closes. */
export function DialogFrame({
  title,
  closeLabel,
  isOpen,
  onOpenChange,
  size = 'normal',
  footer,
  children,
}: DialogProps) {
  return (
    <ModalOverlay isOpen={isOpen} onOpenChange={onOpenChange} isDismissable className="ui-veil ui-veil--middle">
      <Modal className="ui-dialog" data-size={size}>
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
          {footer !== undefined && <footer className="ui-dialog__foot">{footer}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
