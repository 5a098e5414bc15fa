import { startTransition, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { ComponentType } from 'react';
import { BegunWords, withKey } from './begun-words.ts';
import { useKeysUntilHere } from './useKeysUntilHere.ts';

interface Opens {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

/**
 * Something that opens over a page. Its script is fetched when it first opens; from then on it stays, so that it leaves as it came
 * and gives focus back. When the line is cut and it does not come, it stays closed, the page stays as it is, and opening it again
 * tries again. Whoever thinks better of it before it is here closes it with Escape, as they would once it is; what they type before
 * it is here is there for its field.
 */
export function opensLater<Props extends Opens>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let come: ComponentType<Props> | null = null;
  return function OpensLater(props: Props) {
    const { isOpen, onOpenChange } = props;
    const close = useEffectEvent(() => onOpenChange(false));
    const [Opened, setOpened] = useState<ComponentType<Props> | null>(() => (isOpen ? come : null));
    const isAwaited = isOpen && Opened === null;
    const begun = useRef('');
    useKeysUntilHere({
      isOpen,
      isHere: Opened !== null,
      onEscape: () => onOpenChange(false),
      onKept: (key) => (begun.current = withKey(begun.current, key)),
    });
    useEffect(() => {
      if (!isOpen) begun.current = '';
    }, [isOpen]);
    useEffect(() => {
      if (!isAwaited) return undefined;
      let isCurrent = true;
      load().then(
        (loaded) => {
          come = loaded;
          // Drawn in small steps: it may have many parts, and keys that are pressed meanwhile are answered first.
          if (isCurrent) startTransition(() => setOpened(() => loaded));
        },
        () => isCurrent && close(),
      );
      return () => {
        isCurrent = false;
      };
    }, [isAwaited]);
    if (Opened === null) return null;
    return (
      <BegunWords value={begun.current}>
        <Opened {...props} />
      </BegunWords>
    );
  };
}
