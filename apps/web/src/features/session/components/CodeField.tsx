import { TextField } from '@modu/ui';
import { useTranslation } from '../../../lib/language/index.ts';

interface CodeFieldProps {
  readonly value: string;
  readonly onChange: (code: string) => void;
}

/** The code of the second step, or one kept for the day when the phone is lost. */
export function CodeField({ value, onChange }: CodeFieldProps) {
  const { t } = useTranslation('session');
  return (
    <TextField
      label={t('code')}
      name="code"
      value={value}
      onChange={onChange}
      autoComplete="one-time-code"
      maxLength={16}
      mono
      hint={t('codeHint')}
    />
  );
}
