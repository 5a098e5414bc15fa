import { useEffect, useEffectEvent, useState } from 'react';

const PAUSE_MS = 250;

/**
 * What stands in a field whose words are asked for: they are passed on after a pause in typing, and follow when the address changes
 * elsewhere, by Back or by a chip that is taken away.
 */
export function useTyped(asked: string, onAsk: (typed: string) => void) {
  const [typed, setTyped] = useState(asked);
  const [known, setKnown] = useState(asked);
  if (asked !== known) {
    setKnown(asked);
    if (typed.trim() !== asked) setTyped(asked);
  }
  const ask = useEffectEvent(onAsk);
  useEffect(() => {
    const words = typed.trim();
    if (words === asked) return undefined;
    const timer = setTimeout(() => ask(words), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, asked]);
  return [typed, setTyped] as const;
}
