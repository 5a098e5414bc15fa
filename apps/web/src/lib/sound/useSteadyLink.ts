import { useCallback, useEffect, useRef, useState } from 'react';

export interface SoundLink {
  /** Another id is another sound. */
  readonly id: string;
  /** Signed anew with each look, good for an hour. */
  readonly url: string | undefined;
  /** Asks for a new link; tells whether one came. */
  readonly renew: () => Promise<boolean>;
}

interface Pin {
  readonly id: string;
  readonly url: string | undefined;
  readonly state: 'GOOD' | 'LOST' | 'BROKEN';
}

/** Stays with a sound's first link until it can't be played any more, and then takes a new one: once, until that works. */
export function useSteadyLink({ id, url, renew }: SoundLink) {
  const [pin, setPin] = useState<Pin>({ id, url, state: 'GOOD' });
  const hasRenewed = useRef(false);
  const renewing = useRef(renew);
  useEffect(() => {
    renewing.current = renew;
  });
  const isOther = pin.id !== id;
  const isNewer = url !== pin.url && (pin.url === undefined || pin.state !== 'GOOD');
  if (isOther || isNewer) setPin({ id, url, state: 'GOOD' });

  const ask = useCallback(async () => {
    setPin((now) => ({ ...now, state: 'LOST' }));
    if (!(await renewing.current())) setPin((now) => ({ ...now, state: 'BROKEN' }));
  }, []);
  const onLost = useCallback(() => {
    if (hasRenewed.current) return setPin((now) => ({ ...now, state: 'BROKEN' }));
    hasRenewed.current = true;
    void ask();
  }, [ask]);
  const onWorks = useCallback(() => {
    hasRenewed.current = false;
  }, []);
  return { source: pin.url, isBroken: pin.state === 'BROKEN', onLost, onWorks, tryAgain: () => void ask() };
}
