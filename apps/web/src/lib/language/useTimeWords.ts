import { roundDuration } from '../words/duration.ts';
import { useTranslation } from './useTranslation.ts';

/** Puts a time in milliseconds into words: "about 8 s", "about 3 s left". */
export function useTimeWords(): {
  readonly about: (timeMs: number) => string;
  readonly left: (timeMs: number) => string;
} {
  const { t } = useTranslation('shell');
  return {
    about: (timeMs) => {
      const { unit, count } = roundDuration(timeMs);
      return t(unit, { count });
    },
    left: (timeMs) => {
      const { unit, count } = roundDuration(timeMs);
      return t(`${unit}Left`, { count });
    },
  };
}
