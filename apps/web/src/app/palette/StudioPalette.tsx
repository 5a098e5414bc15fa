import { CommandPalette } from '@modu/ui';
import { useTranslation } from '../../lib/language/index.ts';
import { useCommands } from './useCommands.tsx';
import { useSearchCommand } from './useSearchCommand.tsx';

export interface StudioPaletteProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly onHelp: () => void;
}

/** Everything the studio can do, found by typing; fetched when it is first asked for. */
export function StudioPalette({ isOpen, onOpenChange, onHelp }: StudioPaletteProps) {
  const { t } = useTranslation(['aids', 'shell']);
  const { groups, isComing } = useCommands({ isOpen, onHelp });
  const ofWords = useSearchCommand();
  return (
    <CommandPalette
      label={t('shell:palette')}
      placeholder={t('palettePlaceholder')}
      emptyWords={t('paletteEmpty')}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      groups={groups}
      isComing={isComing}
      ofWords={ofWords}
    />
  );
}
