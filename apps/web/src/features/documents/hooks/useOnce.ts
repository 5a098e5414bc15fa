import { useEffect, useRef } from 'react';

/** Does something once with each value that comes; nothing while there is none. */
export function useOnce(value: string | null | undefined, act: (value: string) => void): void {
  const told = useRef<string>(undefined);
  useEffect(() => {
    if (!value || told.current === value) return;
    told.current = value;
    act(value);
  }, [value, act]);
}
