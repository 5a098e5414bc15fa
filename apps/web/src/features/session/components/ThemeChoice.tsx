import { ChoiceGroup } from '@modu/ui';
import { useKeptValue } from '../../../lib/keep/useKeptValue.ts';
import { useTranslation } from '../../../lib/language/index.ts';
import { keptTheme, parseTheme } from '../../../lib/theme/theme.ts';
import './account.css';

/** Light, dark or as the system says; and more contrast for those who want it. */
export function ThemeChoice() {
  const { t } = useTranslation('session');
  const theme = useKeptValue(keptTheme);
  return (
    <>
      <ChoiceGroup
        label={t('theme')}
        value={theme.mode}
        choices={[
          { id: 'system', name: t('themeSystem') },
          { id: 'light', name: t('themeLight') },
          { id: 'dark', name: t('themeDark') },
        ]}
        onChange={(mode) => keptTheme.set(parseTheme({ ...theme, mode }))}
      />
      <label className="contrast">
        <input
          type="checkbox"
          checked={theme.contrast === 'more'}
          onChange={(event) => keptTheme.set({ ...theme, contrast: event.target.checked ? 'more' : 'normal' })}
        />
        {t('contrast')}
      </label>
    </>
  );
}
