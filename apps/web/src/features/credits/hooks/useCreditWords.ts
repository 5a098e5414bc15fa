import { useLocale, useTranslation } from '../../../lib/language/index.ts';
import { formatCredits } from '../model/credit-words.ts';

/** Puts an amount into words: "12 credits". */
export function useCreditWords(): (amount: number) => string {
  const { t } = useTranslation('balance');
  const locale = useLocale();
  return (amount) => t('credits', { count: amount, formatted: formatCredits(amount, locale) });
}
