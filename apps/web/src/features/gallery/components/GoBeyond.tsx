import { useLayoutEffect, useRef } from 'react';
import type { Ref } from 'react';
import { useLocale, useTranslation } from '../../../lib/language/index.ts';
import { focusWork } from '../../../lib/screen/focus-work.ts';
import { dayWords } from '../model/day-words.ts';

/** What lies beyond the days of a wall that are counted. */
export interface Beyond {
  /** They are counted to this day. */
  readonly day: string;
  /** The wall goes from the oldest on. */
  readonly isLater: boolean;
  readonly onGo: () => void;
}

/**
 * The last stop of a wall that is not counted to its end: from there on it is a wall of its own. A button, and no place of a slider:
 * whoever hears it learns where it leads before it does.
 */
export function GoBeyond({ day, isLater, onGo, buttonRef }: Beyond & { readonly buttonRef?: Ref<HTMLButtonElement> }) {
  const { t } = useTranslation('pictures');
  const date = dayWords(day, useLocale());
  const box = useRef<HTMLSpanElement>(null);
  // The wall it led to is counted to its end: who pressed it begins with the work.
  useLayoutEffect(() => {
    const own = box.current;
    return () => {
      if (own?.contains(document.activeElement)) queueMicrotask(focusWork);
    };
  }, []);
  return (
    <span ref={box} className="go-beyond">
      <button
        ref={buttonRef ?? null}
        type="button"
        className="go-beyond__button"
        aria-label={t(isLater ? 'laterFrom' : 'earlierTo', { day: date })}
        title={t(isLater ? 'laterFrom' : 'earlierTo', { day: date })}
        onClick={onGo}
      >
        {t(isLater ? 'later' : 'earlier')}
      </button>
    </span>
  );
}
