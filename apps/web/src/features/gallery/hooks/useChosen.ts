import { announce } from '@modu/ui';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from '../../../lib/language/index.ts';
import { NOTHING } from '../model/selection.ts';
import type { Selection } from '../model/selection.ts';
import type { WallContent } from '../model/wall-questions.ts';

/**
 * What is chosen of one content of a wall. With another filter or order it is let go: deeds would reach pictures that nobody sees,
 * and places are others. What was asked for on the wall before and comes late changes nothing.
 */
export function useChosen(content: WallContent) {
  const of = JSON.stringify(content);
  const [held, setHeld] = useState({ of, selection: NOTHING });
  const selection = held.of === of ? held.selection : NOTHING;
  if (held.of !== of) setHeld({ of, selection });
  const change = useCallback(
    (next: (before: Selection) => Selection) =>
      setHeld((before) => (before.of === of ? { of, selection: next(before.selection) } : before)),
    [of],
  );
  useTellLetGo(of, selection);
  return [selection, change] as const;
}

/** To whoever does not see that the bar has gone. */
function useTellLetGo(of: string, { ids: { size } }: Selection) {
  const { t } = useTranslation('gallery');
  const before = useRef({ of, size });
  useEffect(() => {
    if (before.current.of !== of && before.current.size > 0) announce(t('chosenLetGo'));
    before.current = { of, size };
  }, [of, size, t]);
}
