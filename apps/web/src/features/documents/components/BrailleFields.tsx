import { NumberField, Select } from '@modu/ui';
import type { DocumentPageQuery } from '../../../lib/graph/generated/graphql.ts';
import { useTranslation } from '../../../lib/language/index.ts';
import { CELLS, FORMULAS, LINES } from '../model/braille-setup.ts';
import type { BrailleSetup } from '../model/braille-setup.ts';

/** Codes inside which formulas may be in one of two. */
const UEB = 'en-ueb-g';

interface BrailleFieldsProps {
  readonly codes: DocumentPageQuery['brailleCodes'];
  readonly setup: BrailleSetup;
  readonly onChange: (part: Partial<BrailleSetup>) => void;
}

/** In which code, and on pages of what size. */
export function BrailleFields({ codes, setup: { code, cells, lines, layout }, onChange }: BrailleFieldsProps) {
  const { t } = useTranslation('documents');
  return (
    <>
      <Select
        label={t('code')}
        placeholder={t('code')}
        value={code}
        onChange={(next) => onChange({ code: next })}
        options={codes.map(({ id, name }) => ({ id, name }))}
      />
      {code.startsWith(UEB) && (
        <Select
          label={t('math')}
          placeholder={t('math')}
          value={layout.math ?? null}
          onChange={(id) => onChange({ layout: { ...layout, math: FORMULAS.find((one) => one === id) ?? 'UEB' } })}
          options={[
            { id: 'UEB', name: t('mathUeb') },
            { id: 'NEMETH', name: t('mathNemeth') },
          ]}
        />
      )}
      <NumberField
        label={t('cells', CELLS)}
        value={cells}
        onChange={(next) => onChange({ cells: next })}
        min={CELLS.min}
        max={CELLS.max}
      />
      <NumberField
        label={t('lines', LINES)}
        value={lines}
        onChange={(next) => onChange({ lines: next })}
        min={LINES.min}
        max={LINES.max}
      />
    </>
  );
}
