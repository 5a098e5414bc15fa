import { startTransition, useEffect, useEffectEvent, useState } from 'react';
import type { ComponentType } from 'react';
import { useKeysUntilHere } from './useKeysUntilHere.ts';

interface Opens {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

/**
 * Something that opens over a page. Its script is fetched when it first opens; from then on it stays, so that it leaves as it came
 * and gives focus back. When the line is cut and it does not come, it stays closed, the page stays as it is, and opening it again
 * tries again. Whoever thinks better of it before it is here closes it with Escape, as they would once it is.
 */
export function opensLater<Props extends Opens>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let come: ComponentType<Props> | null = null;
  return function OpensLater(props: Props) {
    const { isOpen, onOpenChange } = props;
    const close = useEffectEvent(() => onOpenChange(false));
    const [Opened, setOpened] = useState<ComponentType<Props> | null>(() => (isOpen ? come : null));
    const isAwaited = isOpen && Opened === null;
    useKeysUntilHere({ isOpen, isHere: Opened !== null, onEscape: () => onOpenChange(false) });
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
    return Opened === null ? null : <Opened {...props} />;
  };
}
