import { saidOf } from '../graph/refusal.ts';
import { useTranslation } from '../language/index.ts';

/** What is said of a deed that failed: the server's sentence where it refused, else that no answer came; undefined where nothing failed. */
export function useFailureWords(): (error: Error | null | undefined) => string | undefined {
  const { t } = useTranslation('shell');
  return (error) => (error ? (saidOf(error) ?? t('unreachable')) : undefined);
}
