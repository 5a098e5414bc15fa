import { useEffect, useState } from 'react';

/** True once `holds` has held for `afterMs` without a break; false the moment it no longer does. */
export function useLasting(holds: boolean, afterMs: number): boolean {
  const [lasted, setLasted] = useState(false);
  useEffect(() => {
    if (!holds) return undefined;
    const timer = setTimeout(() => setLasted(true), afterMs);
    return () => {
      clearTimeout(timer);
      setLasted(false);
    };
  }, [holds, afterMs]);
  return holds && lasted;
}
