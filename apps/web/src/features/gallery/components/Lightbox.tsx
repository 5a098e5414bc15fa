import { IconButton, useFirstEscape } from '@modu/ui';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useRef } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useTranslation } from '../../../lib/language/index.ts';
import { useLightbox } from '../hooks/useLightbox.ts';
import type { LightboxPlace } from '../hooks/useLightbox.ts';
import { LightboxBar } from './LightboxBar.tsx';
import { LightboxStage } from './LightboxStage.tsx';

export interface LightboxProps extends LightboxPlace {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

const icon = { size: 20, strokeWidth: 1.5, 'aria-hidden': true } as const;

/** One picture alone, as large as the window; arrows go on along the wall, plus and minus come closer. */
export function Lightbox({ isOpen, onOpenChange, ...at }: LightboxProps) {
  const { t } = useTranslation(['pictures', 'gallery']);
  const shown = useLightbox(at);
  const { picture, end, go, onKeyDown } = shown;
  const dialog = useRef<HTMLElement>(null);
  useFirstEscape(dialog, () => onOpenChange(false));
  const name = picture ? (picture.title ?? picture.prompt ?? t('gallery:untitled')) : t('gallery:loading');
  return (
    <ModalOverlay isOpen={isOpen} onOpenChange={onOpenChange} className="lightbox">
      <Modal className="lightbox__modal">
        {/*
         * Focus begins on the dialog, which is called as the picture is, and on no button: its tooltip would open with it, and take
         * the first Escape for itself. So the keys are heard around it.
         */}
        <div className="lightbox__modal" onKeyDown={onKeyDown}>
          <Dialog ref={dialog} aria-label={name} className="lightbox__dialog lightbox__keys">
            <LightboxBar name={name} shown={shown} onClose={() => onOpenChange(false)} />
            <LightboxStage name={name} place={at.place} shown={shown} />
            <IconButton
              className="lightbox__before"
              label={t('before')}
              icon={<ChevronLeft {...icon} />}
              isDisabled={at.place === 0}
              onPress={() => go(at.place - 1)}
            />
            <IconButton
              className="lightbox__after"
              label={t('after')}
              icon={<ChevronRight {...icon} />}
              isDisabled={at.place >= end}
              onPress={() => go(at.place + 1)}
            />
          </Dialog>
        </div>
      </Modal>
    </ModalOverlay>
  );
}
