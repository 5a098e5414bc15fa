import { useTranslation } from '../../../lib/language/index.ts';
import { inFigures } from '../../../lib/words/figures.ts';

/** Puts an amount into words: "12 credits". */
export function useCreditWords(): (amount: number) => string {
  const { t } = useTranslation('balance');
  return (amount) => t('credits', { count: amount, formatted: inFigures(amount) });
}
