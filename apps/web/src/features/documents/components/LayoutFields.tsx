import { Fold, NumberField, Select, Switch, TextField } from '@modu/ui';
import { useTranslation } from '../../../lib/language/index.ts';
import { useRoom } from '../../../lib/words/useRoom.ts';
import { LINE_BREAKS, PAGE_NUMBERS, TABLES } from '../model/braille-setup.ts';
import type { Layout } from '../model/braille-setup.ts';

interface LayoutFieldsProps {
  readonly layout: Layout;
  readonly onChange: (layout: Layout) => void;
}

const VOLUME = { min: 0, max: 1_000 };
const HEAD_CHARS_MAX = 200;

/** What most people leave as it is. */
export function LayoutFields({ layout, onChange }: LayoutFieldsProps) {
  const { t } = useTranslation('documents');
  const room = useRoom(layout.runningHead?.length ?? 0, HEAD_CHARS_MAX);
  const set = (change: Partial<Layout>) => onChange({ ...layout, ...change });
  const choose =
    <Id extends string>(ids: readonly Id[], then: (id: Id) => void) =>
    (id: string) => {
      const found = ids.find((one) => one === id);
      if (found) then(found);
    };
  return (
    <Fold title={t('layout')}>
      <div className="document-braille__layout">
        <TextField
          label={t('runningHead')}
          value={layout.runningHead ?? ''}
          maxLength={HEAD_CHARS_MAX}
          {...room}
          onChange={(runningHead) => set({ runningHead })}
        />
        <Select
          label={t('pageNumbers')}
          placeholder={t('pageNumbers')}
          value={layout.pageNumbers ?? null}
          onChange={choose(PAGE_NUMBERS, (pageNumbers) => set({ pageNumbers }))}
          options={[
            { id: 'TOP', name: t('numbersTop') },
            { id: 'BOTTOM', name: t('numbersBottom') },
            { id: 'NONE', name: t('numbersNone') },
          ]}
        />
        <Select
          label={t('tables')}
          placeholder={t('tables')}
          value={layout.tables ?? null}
          onChange={choose(TABLES, (tables) => set({ tables }))}
          options={[
            { id: 'FIT', name: t('tablesFit') },
            { id: 'COLUMNS', name: t('tablesColumns') },
            { id: 'LISTED', name: t('tablesListed') },
            { id: 'STAIRS', name: t('tablesStairs') },
          ]}
        />
        <Select
          label={t('lineBreaks')}
          placeholder={t('lineBreaks')}
          value={layout.lineBreaks ?? null}
          onChange={choose(LINE_BREAKS, (lineBreaks) => set({ lineBreaks }))}
          options={[
            { id: 'SYLLABLE', name: t('breakSyllable') },
            { id: 'WORD', name: t('breakWord') },
          ]}
        />
        <NumberField
          label={t('volumePages')}
          hint={t('volumeHint', VOLUME)}
          value={layout.pagesPerVolume ?? 0}
          onChange={(pages) => set({ pagesPerVolume: pages ?? 0 })}
          {...VOLUME}
        />
        <LayoutSwitches layout={layout} set={set} />
      </div>
    </Fold>
  );
}

interface LayoutSwitchesProps {
  readonly layout: Layout;
  readonly set: (change: Partial<Layout>) => void;
}

function LayoutSwitches({ layout, set }: LayoutSwitchesProps) {
  const { t } = useTranslation('documents');
  return (
    <div className="document-braille__switches">
      <Switch isSelected={layout.contents ?? false} onChange={(contents) => set({ contents })}>
        {t('contents')}
      </Switch>
      <Switch isSelected={layout.printPageNumbers ?? false} onChange={(printPageNumbers) => set({ printPageNumbers })}>
        {t('printNumbers')}
      </Switch>
      <Switch isSelected={layout.interpoint ?? false} onChange={(interpoint) => set({ interpoint })}>
        {t('interpoint')}
      </Switch>
    </div>
  );
}
