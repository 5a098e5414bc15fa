import { Dialog } from '@modu/ui';
import { useTranslation } from '../../../lib/language/index.ts';

export interface ShortcutSheetProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

/** Every key of the gallery on one sheet. */
export function ShortcutSheet({ isOpen, onOpenChange }: ShortcutSheetProps) {
  const { t } = useTranslation(['gallery', 'shell']);
  const keys: readonly (readonly [string, string])[] = [
    ['← → ↑ ↓', t('gallery:keyWalk')],
    ['Home End', t('gallery:keyEnds')],
    ['Enter', t('gallery:keyOpen')],
    ['Space', t('gallery:keyChoose')],
    ['Shift Space', t('gallery:keyRange')],
    ['Ctrl A', t('gallery:keyAll')],
    ['Esc', t('gallery:keyClear')],
    ['S', t('gallery:keyStar')],
    ['B', t('gallery:keyBoard')],
    ['Delete', t('gallery:keyTrash')],
    ['R', t('gallery:keyRestore')],
    ['/', t('gallery:keySearch')],
    ['+ − 0', t('gallery:keyZoom')],
    ['?', t('gallery:keySheet')],
  ];
  return (
    <Dialog title={t('gallery:shortcuts')} closeLabel={t('shell:close')} isOpen={isOpen} onOpenChange={onOpenChange}>
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
