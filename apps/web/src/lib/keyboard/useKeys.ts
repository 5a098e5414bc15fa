import { useEffect, useRef } from 'react';
import { tinykeys } from 'tinykeys';
import { isTyping } from './is-typing.ts';
import { keptSingleKeys } from './single-keys.ts';

/** Keys as tinykeys writes them: `$mod+KeyK`, `g c`, `?`. `$mod` is Cmd on a Mac, else Ctrl. */
export type KeyMap = Readonly<Record<string, () => void>>;

/**
 * Listens for keys anywhere on the page while mounted. Keys without a modifier are left alone in text fields, behind an open
 * dialog, and when the person has turned them off.
 */
export function useKeys(keys: KeyMap): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  const names = Object.keys(keys).join('\n');
  useEffect(() => {
    const handlers = names.split('\n').map((name) => [
      name,
      (event: KeyboardEvent) => {
        if (event.defaultPrevented || (isSingle(name) && !mayBeSingle(event))) return;
        event.preventDefault();
        latest.current[name]?.();
      },
    ]);
    const listeners = Object.fromEntries(handlers) as Record<string, (event: KeyboardEvent) => void>;
    // Which keys are left alone, and where, is decided key by key above.
    return tinykeys(window, listeners, { ignore: (event) => event.isComposing || event.repeat });
  }, [names]);
}

/** What lies over the page until it is answered. A toast calls itself an alertdialog too, but stays beside the page, for as long as it likes. */
const MODALS = '[role="dialog"], [role="alertdialog"]:not([aria-modal="false"])';

const isSingle = (name: string) => !/\$mod|Control|Alt|Meta/u.test(name);

function mayBeSingle(event: KeyboardEvent): boolean {
  const isBehindModal = document.querySelector(MODALS) !== null;
  return keptSingleKeys.get() && !isBehindModal && !isTyping(event.target);
}
