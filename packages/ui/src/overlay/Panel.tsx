import { X } from 'lucide-react';
import { useRef } from 'react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { IconButton } from '../button/IconButton.tsx';
import { useFirstEscape } from './useFirstEscape.ts';
import './overlay.css';
import './dialog.css';

/** What a panel needs to open over the page, whichever edge it comes from. */
export interface PanelProps {
  readonly title: string;
  readonly closeLabel: string;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly children: ReactNode;
}

const PLACES = {
  middle: { veil: 'ui-veil ui-veil--middle', panel: 'ui-dialog' },
  end: { veil: 'ui-veil ui-veil--end', panel: 'ui-drawer' },
  bottom: { veil: 'ui-veil', panel: 'ui-sheet' },
} as const;

interface PlacedProps extends PanelProps {
  readonly place: keyof typeof PLACES;
  readonly size?: string;
}

/** What Dialog, Drawer and Sheet are made of: Escape, the veil and the cross close it; focus stays inside and returns to where it was. */
export function Panel({ title, closeLabel, isOpen, onOpenChange, place, size, children }: PlacedProps) {
  const { veil, panel } = PLACES[place];
  const dialog = useRef<HTMLElement>(null);
  useFirstEscape(dialog, () => onOpenChange(false));
  return (
    <ModalOverlay isOpen={isOpen} onOpenChange={onOpenChange} isDismissable className={veil}>
      <Modal className={panel} data-size={size}>
        <AriaDialog ref={dialog} className="ui-dialog__frame">
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
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
