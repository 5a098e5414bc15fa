import { ChoiceGroup } from '@modu/ui';
import { parseLocale, switchLanguage, useLocale, useTranslation } from '../../../lib/language/index.ts';
import type { Locale } from '../../../lib/language/index.ts';

// Each language is called by its own name, in its own voice, so that it can be found by those who can't read the other.
const LANGUAGES = [
  { id: 'ko', name: '한국어', language: 'ko' },
  { id: 'en', name: 'English', language: 'en' },
] as const;

/** Switches the studio's language in place. */
export function LanguageChoice({
  onChoice,
  showsLabel = false,
}: {
  readonly onChoice?: (locale: Locale) => void;
  readonly showsLabel?: boolean;
}) {
  const { t } = useTranslation('session');
  const locale = useLocale();
  const choose = (id: string) => {
    const next = parseLocale(id);
    if (next === null) return;
    void switchLanguage(next).then(() => onChoice?.(next));
  };
  return (
    <ChoiceGroup label={t('language')} hidesLabel={!showsLabel} choices={LANGUAGES} value={locale} onChange={choose} />
  );
}
