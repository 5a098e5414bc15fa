import { GraphError } from '../graph/graph-error.ts';
import { saidOf } from '../graph/refusal.ts';
import { useTranslation } from '../language/index.ts';
import { traceOf } from '../trace/trace-of.ts';

type Said = (error: Error | null | undefined) => string | undefined;

/** Why a deed failed: the server's sentence where it refused, that the fault is ours, or that no answer came; undefined where nothing failed. */
export function useFailureSentence(): Said {
  const { t } = useTranslation('shell');
  return (error) => {
    if (!error) return undefined;
    const isOurs = error instanceof GraphError && error.code === 'INTERNAL';
    return saidOf(error) ?? t(isOurs ? 'internal' : 'unreachable');
  };
}

/** The same with the id to quote in the sentence, where there is no room for a button that copies it: beside a field, in a toast. */
export function useFailureWords(): Said {
  const { t } = useTranslation('shell');
  const sentence = useFailureSentence();
  return (error) => {
    const traceId = traceOf(error);
    return traceId === null ? sentence(error) : `${sentence(error)} ${t('traceId', { id: traceId })}`;
  };
}
