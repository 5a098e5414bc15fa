import { Select } from '@modu/ui';
import { useTranslation } from '../../../lib/language/index.ts';
import { useStyles } from '../hooks/useStyles.ts';

export interface StyleFieldProps {
  readonly styleId: string | null;
  readonly onChange: (styleId: string | null) => void;
}

const NONE = 'none';

/** The look of the picture, beside what the prompt says. */
export function StyleField({ styleId, onChange }: StyleFieldProps) {
  const { t } = useTranslation('create');
  const styles = useStyles();
  return (
    <Select
      label={t('style')}
      placeholder={t('styleNone')}
      value={styleId ?? NONE}
      options={[{ id: NONE, name: t('styleNone') }, ...styles]}
      onChange={(id) => onChange(id === NONE ? null : id)}
    />
  );
}
