import { Dialog } from '@modu/ui';
import { useTranslation } from '../../../lib/language/index.ts';

export interface ShortcutSheetProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

/** Every key of the gallery on one sheet. */
export function ShortcutSheet({ isOpen, onOpenChange }: ShortcutSheetProps) {
  const { t } = useTranslation(['shortcuts', 'shell']);
  const keys: readonly (readonly [string, string])[] = [
    ['← → ↑ ↓', t('keyWalk')],
    ['Home End', t('keyEnds')],
    ['Enter', t('keyOpen')],
    ['Space', t('keyChoose')],
    ['Shift Space', t('keyRange')],
    ['Ctrl A', t('keyAll')],
    ['Esc', t('keyClear')],
    ['S', t('keyStar')],
    ['B', t('keyBoard')],
    ['Delete', t('keyTrash')],
    ['R', t('keyRestore')],
    ['/', t('keySearch')],
    ['+ − 0', t('keyZoom')],
    ['?', t('keySheet')],
  ];
  return (
    <Dialog title={t('shortcuts')} closeLabel={t('shell:close')} isOpen={isOpen} onOpenChange={onOpenChange}>
      <dl className="shortcuts">
        {keys.map(([pressed, words]) => (
          <div key={pressed} className="shortcuts__row">
            <dt>{words}</dt>
            <dd>
              <kbd>{pressed}</kbd>
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
