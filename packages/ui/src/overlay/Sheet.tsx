import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { IconButton } from '../button/IconButton.tsx';
import './overlay.css';

export interface SheetProps {
  readonly title: string;
  readonly closeLabel: string;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly children: ReactNode;
}

/** A panel that comes up from the lower edge on small screens; Escape, the veil and the cross close it, focus returns. */
export function Sheet({ title, closeLabel, isOpen, onOpenChange, children }: SheetProps) {
  return (
    <ModalOverlay isOpen={isOpen} onOpenChange={onOpenChange} isDismissable className="ui-veil">
      <Modal className="ui-sheet">
        <Dialog className="ui-sheet__dialog">
          <header className="ui-sheet__head">
            <Heading slot="title" className="ui-sheet__title">
              {title}
            </Heading>
            <IconButton
              label={closeLabel}
              icon={<X size={20} strokeWidth={1.5} aria-hidden />}
              onPress={() => onOpenChange(false)}
            />
          </header>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
