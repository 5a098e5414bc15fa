import { Sheet } from '@modu/ui';
import type { ReactNode } from 'react';
import { useTranslation } from '../../../lib/language/index.ts';

export interface SettingsSheetProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly children: ReactNode;
}

/** The settings on a phone: a sheet from the lower edge, fetched when it is first wanted. */
export function SettingsSheet({ isOpen, onOpenChange, children }: SettingsSheetProps) {
  const { t } = useTranslation(['create', 'shell']);
  return (
    <Sheet title={t('settings')} closeLabel={t('shell:close')} isOpen={isOpen} onOpenChange={onOpenChange}>
      {children}
    </Sheet>
  );
}
