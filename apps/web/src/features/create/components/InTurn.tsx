import { Children, useEffect, useState } from 'react';
import type { ReactNode } from 'react';

export interface InTurnProps {
  /** Always as many, the uppermost first; one that has nothing to show is empty. */
  readonly children: ReactNode;
  /** All of them together: where it would be seen to grow. */
  readonly isAtOnce?: boolean;
}

/**
 * Draws its children one after the other, each in a task of its own when the one before stands: keys are answered between them. As a
 * transition it would begin anew with each key that is pressed meanwhile, until its time is over and all of it is one long task.
 */
export function InTurn({ children, isAtOnce = false }: InTurnProps) {
  const all = Children.toArray(children);
  const [count, setCount] = useState(isAtOnce ? Infinity : 1);
  const isWhole = count >= all.length;
  useEffect(() => {
    if (isWhole) return undefined;
    const timer = setTimeout(() => setCount(count + 1));
    return () => clearTimeout(timer);
  }, [count, isWhole]);
  return all.slice(0, count);
}
