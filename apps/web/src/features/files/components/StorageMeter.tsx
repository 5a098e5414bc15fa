import { Notice } from '@modu/ui';
import { Meter } from 'react-aria-components/Meter';
import { useLocale, useTranslation } from '../../../lib/language/index.ts';
import { formatSize } from '../../../lib/words/size.ts';

export interface StorageMeterProps {
  readonly usedBytes: number;
  readonly quotaBytes: number;
}

/** How much room the viewer's files take, and a warning once it is too much. */
export function StorageMeter({ usedBytes, quotaBytes }: StorageMeterProps) {
  const { t } = useTranslation('files');
  const locale = useLocale();
  const words = t('storageWords', { used: formatSize(usedBytes, locale), quota: formatSize(quotaBytes, locale) });
  const percent = quotaBytes === 0 ? 100 : Math.min(100, (usedBytes / quotaBytes) * 100);
  const isOver = usedBytes > quotaBytes;
  return (
    <div className="storage">
      <Meter aria-label={t('storage')} value={percent} valueLabel={words} className="storage__meter" data-over={isOver}>
        <div className="storage__line" style={{ inlineSize: `${percent}%` }} />
      </Meter>
      <span className="storage__words ui-figures">{words}</span>
      {isOver && <Notice tone="negative">{t('storageFull')}</Notice>}
    </div>
  );
}
