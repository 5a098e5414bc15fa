import { Dialog } from '@modu/ui';
import { useTranslation } from '../../../lib/language/index.ts';

export interface ShortcutSheetProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

/** Every key of the gallery on one sheet. */
export function ShortcutSheet({ isOpen, onOpenChange }: ShortcutSheetProps) {
  const { t } = useTranslation(['shortcuts', 'shell']);
  const onWall: readonly Key[] = [
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
    ['?', t('keySheet')],
  ];
  const onPicture: readonly Key[] = [
    ['← →', t('keyTurn')],
    ['+ − 0', t('keyZoom')],
    ['← → ↑ ↓', t('keyMove')],
    ['Page Up Page Down', t('keyTurnLarge')],
  ];
  return (
    <Dialog title={t('shortcuts')} closeLabel={t('shell:close')} isOpen={isOpen} onOpenChange={onOpenChange}>
      <Keys keys={onWall} />
      <h3 className="shortcuts__title">{t('onePicture')}</h3>
      <Keys keys={onPicture} />
      <p className="shortcuts__note">{t('zoomByPointer')}</p>
    </Dialog>
  );
}

type Key = readonly [pressed: string, words: string];

function Keys({ keys }: { readonly keys: readonly Key[] }) {
  return (
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
  );
}
