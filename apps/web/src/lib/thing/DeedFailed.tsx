import { Notice, PlainButton } from '@modu/ui';
import { useEffect, useRef } from 'react';
import { useTranslation } from '../language/index.ts';
import { Trace } from '../trace/index.ts';

export interface DeedFailedProps {
  /** Why: the sentence of a refusal, or that no answer came. */
  readonly words: string;
  /** The id to quote, where it is our fault. */
  readonly trace?: string | null;
  readonly onAgain: () => void;
}

/** Beside what was asked for in vain: why, and a way to try it again. */
export function DeedFailed({ words, trace = null, onAgain }: DeedFailedProps) {
  const { t } = useTranslation('shell');
  const pressed = useRef<Element>(null);
  useEffect(() => {
    pressed.current = document.activeElement;
  }, []);
  const again = () => {
    // This goes with its button as soon as it is tried again, so focus is back on what was pressed at first.
    if (pressed.current instanceof HTMLElement) pressed.current.focus();
    onAgain();
  };
  return (
    <Notice tone="negative" action={<PlainButton onPress={again}>{t('retry')}</PlainButton>}>
      {words} <Trace id={trace} />
    </Notice>
  );
}
