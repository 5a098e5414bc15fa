import { Notice, PlainButton, PlainIconButton, TextArea } from '@modu/ui';
import { SlidersHorizontal } from 'lucide-react';
import { useId } from 'react';
import type { FormEvent, KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from '../../../lib/language/index.ts';
import { Link } from '../../../lib/way/index.ts';
import { Trace } from '../../../lib/trace/index.ts';
import { useRoom } from '../../../lib/words/useRoom.ts';
import { useFocusOnRefusal } from '../hooks/useFocusOnRefusal.ts';
import type { FieldProblems } from '../model/field-problems.ts';
import { charactersOf } from '../model/characters.ts';

export interface PromptBarProps {
  readonly prompt: string;
  /** The most characters it may have. */
  readonly charactersMax: number;
  readonly onChange: (prompt: string) => void;
  readonly onSubmit: () => void;
  readonly isStarting: boolean;
  readonly problems: FieldProblems;
  /** Price and time in words. */
  readonly quote: string;
  readonly isInspectorOpen: boolean;
  readonly onInspector: (isOpen: boolean) => void;
  /** Asked in place of the usual words. */
  readonly placeholder?: string;
  /** More of the row under the prompt. */
  readonly tools?: ReactNode;
}

/** The sentence everything starts from, with its price and its button. Ctrl or ⌘ with Enter sends it. */
export function PromptBar({
  prompt,
  charactersMax,
  onChange,
  onSubmit,
  isStarting,
  problems,
  quote,
  isInspectorOpen,
  onInspector,
  placeholder,
  tools,
}: PromptBarProps) {
  const { t } = useTranslation('create');
  const quoteId = useId();
  const room = useRoom(charactersOf(prompt), charactersMax);
  const { form, sent } = useFocusOnRefusal(problems);
  const submit = (event: FormEvent | KeyboardEvent) => {
    event.preventDefault();
    sent();
    onSubmit();
  };
  const sendOnEnter = (event: KeyboardEvent) => {
    // While a Hangul syllable is being composed, Enter belongs to the input method.
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
    submit(event);
  };
  return (
    <form ref={form} className="prompt" onSubmit={submit}>
      <TextArea
        look="hero"
        hidesLabel
        label={t('prompt')}
        placeholder={placeholder ?? t('promptPlaceholder')}
        value={prompt}
        onChange={onChange}
        onKeyDown={sendOnEnter}
        problem={problems.prompt}
        {...room}
      />
      {problems.form !== undefined && (
        <Notice tone="negative" action={problems.wantsCredits && <Link to="/plans">{t('getCredits')}</Link>}>
          {problems.form} <Trace id={problems.trace ?? null} />
        </Notice>
      )}
      <div className="prompt__foot">
        <p id={quoteId} className="prompt__quote ui-figures">
          {quote}
        </p>
        {tools}
        <PlainIconButton
          label={t('settings')}
          icon={<SlidersHorizontal size={16} strokeWidth={1.5} aria-hidden />}
          isSelected={isInspectorOpen}
          onPress={() => onInspector(!isInspectorOpen)}
        />
        <PlainButton variant="primary" size="large" type="submit" isPending={isStarting} describedBy={quoteId}>
          {t('create')}
        </PlainButton>
      </div>
    </form>
  );
}
