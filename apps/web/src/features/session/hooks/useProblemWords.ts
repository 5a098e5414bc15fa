import { AuthError } from '../../../lib/auth/index.ts';
import { useTranslation } from '../../../lib/language/index.ts';
import { placeProblem } from '../model/credentials.ts';

/** Puts what the sign-in service refused into a sentence. */
export function useProblemWords(): (error: unknown) => string {
  const { t } = useTranslation('session');
  return (error) => {
    const problem = error instanceof AuthError ? error.problem : 'unknown';
    const [key = 'problemUnknown' as const] = Object.values(placeProblem(problem));
    return t(key);
  };
}
