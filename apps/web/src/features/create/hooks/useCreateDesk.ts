import { useCallback, useMemo, useState } from 'react';
import { isRefusal } from '../../../lib/graph/index.ts';
import { useKeptValue } from '../../../lib/keep/useKeptValue.ts';
import { useTimeWords, useTranslation } from '../../../lib/language/index.ts';
import { traceOf } from '../../../lib/trace/index.ts';
import { useFailureSentence } from '../../../lib/words/useFailureWords.ts';
import { useCreditWords } from '../../credits/index.ts';
import type { Draft } from '../model/draft.ts';
import { PROMPT_MAX } from '../model/characters.ts';
import { placeRefusal } from '../model/field-problems.ts';
import type { FieldProblems } from '../model/field-problems.ts';
import { keptDraft } from '../model/kept-draft.ts';
import { checkDraft } from '../model/order.ts';
import type { DraftProblem } from '../model/order.ts';
import { useModels } from './useModels.ts';
import { useQuote } from './useQuote.ts';
import { useStartImage } from './useStartImage.ts';

const NO_PROBLEMS: FieldProblems = {};

/** The desk of the create page: the draft, its models, its price, what is wrong with it, and sending it off. */
export function useCreateDesk({ onStarted }: { readonly onStarted: (jobId: string) => void }) {
  const { t } = useTranslation('create');
  const failure = useFailureSentence();
  const draft = useKeptValue(keptDraft);
  const { models, model } = useModels(draft.modelId, draft.task);
  const promptCharactersMax = model?.limits.promptCharactersMax ?? PROMPT_MAX;
  const quoteWords = useQuoteWords(draft, model?.id ?? null);
  const start = useStartImage();
  const [checked, setChecked] = useState<FieldProblems>(NO_PROBLEMS);
  const { data: answer, error, status, reset } = start;
  const [lost, trace] = [failure(error), traceOf(error)];
  const problems = useMemo(() => {
    const answered = answer !== undefined && isRefusal(answer.result) ? placeRefusal(answer.result) : {};
    const failed = lost === undefined ? {} : { form: lost, trace };
    return { ...answered, ...failed, ...checked };
  }, [answer, lost, trace, checked]);
  // The same function while nothing was sent: the settings are not drawn again for each letter of the prompt.
  const hasEnded = status === 'success' || status === 'error';
  const change = useCallback(
    (changes: Partial<Draft>) => {
      keptDraft.set({ ...keptDraft.get(), ...changes });
      setChecked(NO_PROBLEMS);
      if (hasEnded) reset();
    },
    [hasEnded, reset],
  );
  return {
    draft,
    models,
    model,
    promptCharactersMax,
    quoteWords,
    problems,
    isStarting: start.isPending,
    change,
    start: () => {
      if (start.isPending) return;
      const problem = checkDraft(draft, { promptCharactersMax });
      setChecked(problem === null ? NO_PROBLEMS : { [problem.field]: problemWords(problem, t) });
      if (problem !== null) return;
      // Told here and not by the hook: whoever went to another page meanwhile stays there.
      start.mutate(
        { ...draft, modelId: model?.id ?? draft.modelId },
        { onSuccess: ({ result }) => isRefusal(result) || onStarted(result.id) },
      );
    },
  };
}

function useQuoteWords(draft: Draft, modelId: string | null): string {
  const { t } = useTranslation('create');
  const credits = useCreditWords();
  const time = useTimeWords();
  const { data, isError } = useQuote(draft, modelId);
  // Without a model there is no price to wait for.
  const hasFailed = useModels(draft.modelId, draft.task).error !== null || isError;
  if (data === undefined) return t(hasFailed ? 'quoteFailed' : 'quoteWaiting');
  if (data.refusal !== null) return data.refusal.message;
  return t('quote', { credits: credits(data.credits), time: time.about(data.estimatedMs) });
}

type Translate = ReturnType<typeof useTranslation<'create'>>['t'];

function problemWords(problem: DraftProblem, t: Translate): string {
  if (problem.key !== 'problemPromptLong') return t(problem.key);
  return t('problemPromptLong', { over: problem.over, max: problem.max });
}
