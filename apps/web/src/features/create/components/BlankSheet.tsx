import { Mark } from '@modu/ui';
import { useTranslation } from '../../../lib/language/index.ts';
import { ratioOf } from '../../../lib/pictures/ratio.ts';

export interface BlankSheetProps {
  readonly size: { readonly width: number; readonly height: number };
  readonly onTry: (prompt: string) => void;
}

/** A fresh sheet of the chosen shape, with prompts to try written on it. */
export function BlankSheet({ size, onTry }: BlankSheetProps) {
  const { t } = useTranslation('create');
  return (
    <div className="sheet sheet--blank" style={ratioOf(size)}>
      <div className="blank">
        <Mark size={36} />
        <h2 className="blank__title">{t('emptyTitle')}</h2>
        <ul className="blank__tries" aria-label={t('tries')}>
          {(['tryOne', 'tryTwo', 'tryThree'] as const).map((key) => (
            <li key={key}>
              <button type="button" className="blank__try" onClick={() => onTry(t(key))}>
                {t(key)}
              </button>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
