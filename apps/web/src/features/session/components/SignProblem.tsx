import { FailureNotice } from '../../../lib/trace/index.ts';
import { useProblemWords } from '../hooks/useProblemWords.ts';

/** Why a step of signing in, or of an account's safety, did not work; a fault of ours with its trace id. */
export function SignProblem({ error }: { readonly error: Error | null }) {
  const words = useProblemWords();
  return <FailureNotice error={error} words={error === null ? undefined : words(error)} />;
}
